/** The program's own database schemas: their migrations, and whether a database has them already. */
@NullMarked
package org.nestledger.core.schema;

import org.jspecify.annotations.NullMarked;
