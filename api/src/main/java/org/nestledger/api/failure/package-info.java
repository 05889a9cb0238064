/** How the program says what keeps it from doing what it was asked. */
@NullMarked
package org.nestledger.api.failure;

import org.jspecify.annotations.NullMarked;
