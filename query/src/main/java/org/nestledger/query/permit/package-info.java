/** Permits of projects, the day each had all four certificates, and the municipal powers under which zones grant them. */
@NullMarked
package org.nestledger.query.permit;

import org.jspecify.annotations.NullMarked;
