/** Where the projects stand, and what was agreed against what was done. */
@NullMarked
package org.nestledger.query.report.stages;

import org.jspecify.annotations.NullMarked;
