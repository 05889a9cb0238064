/**
 * The HTTP interface: thin controllers that parse, send and map, one form for everything that goes wrong, and the answers that
 * are kept while nothing changes.
 */
@NullMarked
package org.nestledger.api.rest;

import org.jspecify.annotations.NullMarked;
