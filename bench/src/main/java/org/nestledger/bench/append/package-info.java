/** How fast events are appended under a condition, against what PostgreSQL does without one. */
@NullMarked
package org.nestledger.bench.append;

import org.jspecify.annotations.NullMarked;
