/**
 * The HTTP interface: thin controllers that parse, send and map, one form for everything that goes wrong, the answers that are
 * kept while nothing changes, and room for few of the large ones at a time.
 */
@NullMarked
package org.nestledger.api.rest;

import org.jspecify.annotations.NullMarked;
