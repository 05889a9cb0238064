/** The benchmarks of the event log, and the logs that are generated for them. */
@NullMarked
package org.nestledger.bench.log;

import org.jspecify.annotations.NullMarked;
