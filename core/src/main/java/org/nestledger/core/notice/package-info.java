/** Public notices of land supply: one notice is one decision and one append of ordinary events. */
@NullMarked
package org.nestledger.core.notice;

import org.jspecify.annotations.NullMarked;
