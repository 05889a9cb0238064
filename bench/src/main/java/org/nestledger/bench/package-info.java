/** What all benchmarks share: options, a PostgreSQL of their own, rounds, results and how they are printed. */
@NullMarked
package org.nestledger.bench;

import org.jspecify.annotations.NullMarked;
