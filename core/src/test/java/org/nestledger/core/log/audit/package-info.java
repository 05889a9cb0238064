/** Tests of verification: what is sound passes, and each kind of tampering is named. */
@NullMarked
package org.nestledger.core.log.audit;

import org.jspecify.annotations.NullMarked;
