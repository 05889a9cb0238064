/** The land bank's money: funding, payments of land prices, and refunds. */
@NullMarked
package org.nestledger.core.fund;

import org.jspecify.annotations.NullMarked;
