/** The web server: started with a ledger that is open already, and its configuration and health. */
@NullMarked
package org.nestledger.api.server;

import org.jspecify.annotations.NullMarked;
