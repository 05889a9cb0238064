/** Answers in the unit of area that was asked for. */
@NullMarked
package org.nestledger.api.area;

import org.jspecify.annotations.NullMarked;
