/** The land bank's money: where it came from, what it was spent on, what came back, and what is due. */
@NullMarked
package org.nestledger.query.report.capital;

import org.jspecify.annotations.NullMarked;
