/** The services agreed with enterprises. */
@NullMarked
package org.nestledger.query.report.services;

import org.jspecify.annotations.NullMarked;
