/** The runnable program: parses what comes in, sends it on, and maps what comes back. */
@NullMarked
package org.nestledger.api;

import org.jspecify.annotations.NullMarked;
