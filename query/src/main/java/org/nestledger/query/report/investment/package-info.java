/** Planned and made investment by industry, origin and month, and per mu of land. */
@NullMarked
package org.nestledger.query.report.investment;

import org.jspecify.annotations.NullMarked;
