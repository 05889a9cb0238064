/** The reports and the measures they are made of. */
@NullMarked
package org.nestledger.query.report;

import org.jspecify.annotations.NullMarked;
