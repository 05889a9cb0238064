package org.nestledger.api.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.audit.LogAudit;
import org.nestledger.core.log.audit.LogFiles;
import org.nestledger.core.log.audit.RecordFiles;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.query.report.explain.Asked;
import org.nestledger.query.report.explain.Contributions;
import org.nestledger.query.report.explain.Evidence;
import org.nestledger.query.report.explain.Explainer;
import org.nestledger.query.report.explain.Explanation;
import org.nestledger.query.report.explain.Fastest;
import org.nestledger.query.report.explain.Interest;

/** Looks through a whole exported log for what else contributes to a figure. */
public final class Completeness {

    private static final int NAMED = 10;

    private final LogFiles files;
    private final Collection<VerifierKey> keys;
    private final WitnessPolicy policy;

    /**
     * A check against an export.
     *
     * @param keys of the log
     * @param policy which witnesses must have cosigned its newest checkpoint
     */
    public Completeness(LogFiles files, Collection<VerifierKey> keys, WitnessPolicy policy) {
        this.files = files;
        this.keys = List.copyOf(keys);
        this.policy = policy;
    }

    /**
     * Verifies the export, that it begins with the bundle's log, and that the same records contribute by the whole of it.
     *
     * @param verified the bundle, which was verified before
     * @return the checkpoint of the export
     * @throws UnverifiedException when they are not; the message is a clause that says what and where
     * @throws IOException when the export cannot be read
     */
    public Checkpoint check(FigureBundle bundle, FigureAudit.Verified verified, LogAudit.Watch watch)
            throws IOException {
        byte[] note = bundle.checkpoint().getBytes(StandardCharsets.UTF_8);
        Checkpoint whole = new LogAudit(files, keys, policy).verify(note, watch).checkpoint();
        Asked asked = verified.asked();
        Evidence evidence = Evidence.of(ofInterest(asked, whole.size()), asked.asOf(), asked.knownAt());
        Explanation explanation = Explainer.explain(asked, evidence)
                .orElseThrow(() -> new UnverifiedException("by the whole log there is no such figure"));
        NavigableSet<Long> contributing = Contributions.positions(explanation);
        compare(contributing, verified.positions(), "contribute too");
        compare(verified.positions(), contributing, "do not contribute by the whole log");
        Fastest.faster(asked, evidence).ifPresent(other -> {
            throw new UnverifiedException("it is not the fewest days: project " + other + " took fewer");
        });
        return whole;
    }

    private static void compare(NavigableSet<Long> all, NavigableSet<Long> known, String what) {
        NavigableSet<Long> others = new TreeSet<>(all);
        others.removeAll(known);
        if (!others.isEmpty()) {
            String named = others.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            throw new UnverifiedException("positions " + named + (others.size() > NAMED ? " and others " : " ") + what);
        }
    }

    private List<RecordedEvent> ofInterest(Asked asked, long size) throws IOException {
        Predicate<LedgerEvent> interest = Interest.in(asked.measure());
        RecordFiles records = new RecordFiles(files, size);
        List<RecordedEvent> kept = new ArrayList<>();
        long position = 0;
        for (byte[] record = records.next(); record != null && position < asked.knownAt(); record = records.next()) {
            position++;
            RecordedEvent event = FigureAudit.decoded(position, record);
            if (event.payload() instanceof LedgerEvent of && interest.test(of)) {
                kept.add(event);
            }
        }
        return kept;
    }
}
