/** Projections that build the read models of acreage and investment, and the reports over them. */
@NullMarked
package org.nestledger.query;

import org.jspecify.annotations.NullMarked;
