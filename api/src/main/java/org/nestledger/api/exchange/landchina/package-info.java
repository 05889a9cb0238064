/** Land supply notices of landchina.com: from the cells of a published row to the commands that record it. Pure. */
@NullMarked
package org.nestledger.api.exchange.landchina;

import org.jspecify.annotations.NullMarked;
