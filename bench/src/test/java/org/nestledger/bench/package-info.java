/** Tests of what the benchmarks share. */
@NullMarked
package org.nestledger.bench;

import org.jspecify.annotations.NullMarked;
