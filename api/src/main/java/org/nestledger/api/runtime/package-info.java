/** The parts of the ledger, put together by hand and shared by the command line and the server. */
@NullMarked
package org.nestledger.api.runtime;

import org.jspecify.annotations.NullMarked;
