package org.nestledger.api.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nestledger.api.figure.Completeness;
import org.nestledger.api.figure.FigureAudit;
import org.nestledger.api.figure.FigureBundle;
import org.nestledger.core.log.audit.LogAudit;
import org.nestledger.core.log.audit.LogFiles;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.ContradictionException;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.explain.Fastest;

/** Verifies a figure and says what that proves. */
final class FigureCheck {

    private final FigureBundle bundle;
    private final Collection<VerifierKey> keys;
    private final WitnessPolicy policy;
    private final FigureAudit.Verified verified;

    /** @throws UnverifiedException when the figure is not what the records give, or they are not in the log */
    FigureCheck(FigureBundle bundle, Collection<VerifierKey> keys, WitnessPolicy policy) {
        this.bundle = bundle;
        this.keys = keys;
        this.policy = policy;
        this.verified = FigureAudit.verify(bundle, keys, policy);
    }

    List<String> alone() {
        List<String> lines =
                new ArrayList<>(found(Fastest.alone(bundle.figure().measure()).orElseGet(this::formula)));
        lines.add(
                "This proves that these contributions are in the log and give the figure. It does not prove that none is"
                        + " missing: --complete=DIR checks that against a full export (./ledger export DIR).");
        return lines;
    }

    /**
     * The same after looking through a whole log.
     *
     * @throws UnverifiedException when other records contribute, or the export is not of this log
     * @throws IOException when it cannot be read
     */
    List<String> against(LogFiles export, LogAudit.Watch watch) throws IOException {
        Checkpoint whole;
        try {
            whole = new Completeness(export, keys, policy).check(bundle, verified, watch);
        } catch (ContradictionException e) {
            throw new UnverifiedException(
                    "against the export, " + e.what()
                            + ": the figure has one, the export's file checkpoint is the other",
                    e);
        } catch (UnverifiedException e) {
            throw new UnverifiedException("against the export, " + e.what(), e);
        }
        List<String> lines = new ArrayList<>(found(formula()));
        lines.add("Complete: of the events up to position " + bundle.knownAt()
                + " no other contributes, by the export of " + whole + ".");
        lines.add("This proves that the contributions are in the log, give the figure, and that none is missing.");
        return lines;
    }

    private String formula() {
        return verified.explanation().head().formula();
    }

    private List<String> found(String formula) {
        var figure = bundle.figure();
        int records = verified.positions().size();
        return List.of(
                "Verified: " + figure.measure() + " of " + figure.subject() + " "
                        + ReportPeriod.when(String.valueOf(figure.period())) + " is "
                        + figure.value() + " " + figure.unit() + " as of " + bundle.asOf() + ", as known at position "
                        + bundle.knownAt() + ", recomputed from " + records + (records == 1 ? " record" : " records")
                        + " of " + verified.checkpoint() + ".",
                "Formula: " + formula + ".");
    }
}
