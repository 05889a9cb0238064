/** The HTTP interface: thin controllers that parse, send and map, and one form for everything that goes wrong. */
@NullMarked
package org.nestledger.api.rest;

import org.jspecify.annotations.NullMarked;
