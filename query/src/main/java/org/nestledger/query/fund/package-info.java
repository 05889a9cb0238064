/** The land bank's money: funding, payments of land prices, and refunds. */
@NullMarked
package org.nestledger.query.fund;

import org.jspecify.annotations.NullMarked;
