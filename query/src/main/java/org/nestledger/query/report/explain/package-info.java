/**
 * What a figure is made of: its entries in the log, from which it can be computed again without the read models.
 *
 * <p>Figures of the annual report are named by {@link org.nestledger.query.report.Measures measures}, those in the tables of
 * other reports by table and key, each with a {@link org.nestledger.query.report.explain.Definition} over the events. The read
 * models only say which events can contribute; what they mean is read from the log.
 */
@NullMarked
package org.nestledger.query.report.explain;

import org.jspecify.annotations.NullMarked;
