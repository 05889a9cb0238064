/** What tests are written with: a database, a log in memory, a specification of decisions, and commands in one line. */
@NullMarked
package org.nestledger.core.testing;

import org.jspecify.annotations.NullMarked;
