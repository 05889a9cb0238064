/** The command line: parses arguments, calls the ledger, prints what came back. */
@NullMarked
package org.nestledger.api.cli;

import org.jspecify.annotations.NullMarked;
