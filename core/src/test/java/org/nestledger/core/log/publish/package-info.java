/** Tests of signing and publishing, on a real database and a real directory. */
@NullMarked
package org.nestledger.core.log.publish;

import org.jspecify.annotations.NullMarked;
