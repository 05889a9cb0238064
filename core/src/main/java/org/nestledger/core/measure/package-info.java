/** Exact quantities of the ledger: areas in millionths of a mu, money in minor units, periods, and the syntax of ids. */
@NullMarked
package org.nestledger.core.measure;

import org.jspecify.annotations.NullMarked;
