/** The demonstration: an invented ledger of a real zone's year, whose headline figures equal the published ones. */
@NullMarked
package org.nestledger.api.demo;

import org.jspecify.annotations.NullMarked;
