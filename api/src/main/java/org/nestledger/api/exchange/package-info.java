/** Import: files of public notices or of commands are read row by row and given to the ledger. */
@NullMarked
package org.nestledger.api.exchange;

import org.jspecify.annotations.NullMarked;
