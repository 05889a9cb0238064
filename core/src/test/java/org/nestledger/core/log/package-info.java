/** Tests of the event log. */
@NullMarked
package org.nestledger.core.log;

import org.jspecify.annotations.NullMarked;
