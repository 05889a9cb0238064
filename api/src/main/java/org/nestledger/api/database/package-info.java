/**
 * The PostgreSQL that the ledger is kept in, its own one in a data directory or a server that was configured, and what it
 * holds beside log and read models: API tokens, refused requests, and commands that wait for approval.
 */
@NullMarked
package org.nestledger.api.database;

import org.jspecify.annotations.NullMarked;
