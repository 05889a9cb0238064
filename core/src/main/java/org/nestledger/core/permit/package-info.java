/** Permits of projects, and the municipal powers delegated to a zone under which it grants them itself. */
@NullMarked
package org.nestledger.core.permit;

import org.jspecify.annotations.NullMarked;
