/** Lists and reports as tables, JSON and CSV: what the command line prints and, byte for byte, what HTTP answers. */
@NullMarked
package org.nestledger.api.output;

import org.jspecify.annotations.NullMarked;
