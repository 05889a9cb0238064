package org.nestledger.query.report;

/** How a report is made of what its scope admits. */
@FunctionalInterface
public interface ReportMaker<R extends Report> {

    R make(ReportSources sources);
}
