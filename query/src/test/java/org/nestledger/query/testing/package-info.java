/** What the tests of this module share: a ledger that can be written to, and scenarios in plain text. */
package org.nestledger.query.testing;
