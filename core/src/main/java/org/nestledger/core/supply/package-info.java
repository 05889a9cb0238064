/** Supply: serviced, construction-ready land is handed to a project, and may be taken back. */
@NullMarked
package org.nestledger.core.supply;

import org.jspecify.annotations.NullMarked;
