package org.nestledger.api.figure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.nestledger.core.ledger.LedgerCodec;
import org.nestledger.core.log.RecordReader;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.UndecodableEventException;
import org.nestledger.core.log.checkpoint.Checkpoint;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.log.checkpoint.WitnessPolicy;
import org.nestledger.core.log.merkle.LeafHash;
import org.nestledger.core.log.merkle.Proofs;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.query.report.Figure;
import org.nestledger.query.report.ReportPeriod;
import org.nestledger.query.report.explain.Asked;
import org.nestledger.query.report.explain.Contributions;
import org.nestledger.query.report.explain.Evidence;
import org.nestledger.query.report.explain.Explainer;
import org.nestledger.query.report.explain.Explanation;
import org.nestledger.query.report.explain.FigureUnits;
import org.nestledger.query.report.explain.Recount;

/**
 * Verifies a bundle: its checkpoint is signed by the log, each record is in that tree at its position, and the figure follows
 * from the records. What they move is derived from the records; nothing else that the bundle says is believed.
 */
public final class FigureAudit {

    private final FigureBundle bundle;
    private final Checkpoint checkpoint;

    /**
     * What a successful audit found.
     *
     * @param checkpoint whose tree the records are in
     * @param positions of the records
     */
    public record Verified(Asked asked, Explanation explanation, Checkpoint checkpoint, NavigableSet<Long> positions) {}

    private FigureAudit(FigureBundle bundle, Collection<VerifierKey> keys, WitnessPolicy policy) {
        this.bundle = bundle;
        this.checkpoint = checkpoint(bundle.checkpoint(), keys, policy);
    }

    /**
     * Verifies a bundle.
     *
     * @param keys of the log
     * @param policy which witnesses must have cosigned the checkpoint
     * @throws UnverifiedException when it is not what it claims; the message is a clause that says what and where
     */
    public static Verified verify(FigureBundle bundle, Collection<VerifierKey> keys, WitnessPolicy policy) {
        return new FigureAudit(bundle, keys, policy).verify();
    }

    private static Checkpoint checkpoint(String text, Collection<VerifierKey> keys, WitnessPolicy policy) {
        byte[] note = text.getBytes(StandardCharsets.UTF_8);
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(note, keys);
        } catch (UnverifiedException e) {
            throw new UnverifiedException("the checkpoint is not genuine: " + e.what(), e);
        }
        try {
            policy.check(SignedNote.parse(note));
        } catch (UnverifiedException e) {
            throw new UnverifiedException("the checkpoint is not witnessed: " + e.what(), e);
        }
        return checkpoint;
    }

    private Verified verify() {
        if (bundle.knownAt() > checkpoint.size()) {
            throw new UnverifiedException("the checkpoint has %d events and not all up to position %d"
                    .formatted(checkpoint.size(), bundle.knownAt()));
        }
        NavigableSet<Long> positions = new TreeSet<>();
        List<RecordedEvent> events = new ArrayList<>();
        for (FigureBundle.Proved proved : bundle.records()) {
            if (!positions.add(proved.position())) {
                throw new UnverifiedException("position " + proved.position() + " stands twice");
            }
            events.add(event(proved));
        }
        Asked asked = asked(bundle);
        Explainer.objection(asked).ifPresent(objection -> {
            throw new UnverifiedException(objection);
        });
        Explanation explanation = Explainer.explain(asked, Evidence.of(events, asked.asOf(), asked.knownAt()))
                .orElseThrow(() -> new UnverifiedException("its records give no such figure"));
        compare(bundle.figure(), Recount.figure(explanation));
        NavigableSet<Long> contributing = Contributions.positions(explanation);
        positions.stream()
                .filter(position -> !contributing.contains(position))
                .findFirst()
                .ifPresent(position -> {
                    throw new UnverifiedException("position " + position + " does not contribute to it");
                });
        return new Verified(asked, explanation, checkpoint, positions);
    }

    private RecordedEvent event(FigureBundle.Proved proved) {
        long position = proved.position();
        byte[] record = BundleFile.bytes(proved.record(), position);
        List<byte[]> proof = proved.proof().stream()
                .map(hash -> BundleFile.bytes(hash, position))
                .toList();
        if (!Proofs.verifyInclusion(LeafHash.of(record), position - 1, checkpoint.size(), proof, checkpoint.root())) {
            throw new UnverifiedException("the record is not the event at position " + position);
        }
        return decoded(position, record);
    }

    /** The event of a record that is in the log. */
    static RecordedEvent decoded(long position, byte[] record) {
        try {
            return new RecordReader(new LedgerCodec()).read(position, record);
        } catch (UndecodableEventException unknown) {
            throw new UnverifiedException(
                    "the event at position " + position + " cannot be read by this release", unknown);
        }
    }

    private static Asked asked(FigureBundle bundle) {
        Figure figure = bundle.figure();
        if (!Explainer.knows(figure.measure())) {
            throw new UnverifiedException("this release knows no figure \"" + figure.measure() + "\"");
        }
        if (!FigureUnits.isOne(figure.unit())) {
            throw new UnverifiedException("\"" + figure.unit() + "\" is no unit that a figure can be in");
        }
        try {
            return new Asked(
                    figure.measure(),
                    figure.subject(),
                    ReportPeriod.parse(String.valueOf(figure.period())),
                    figure.unit(),
                    bundle.asOf(),
                    bundle.knownAt());
        } catch (InvalidQuantity noPeriod) {
            throw new UnverifiedException(String.valueOf(noPeriod.getMessage()), noPeriod);
        }
    }

    private static void compare(Figure claimed, Figure recounted) {
        if (!recounted.equals(claimed)) {
            throw new UnverifiedException("its records give %s, not %s".formatted(text(recounted), text(claimed)));
        }
    }

    private static String text(Figure figure) {
        String ratio = figure.ratio() == null
                ? ""
                : " (" + figure.ratio().numerator() + "/" + figure.ratio().denominator() + ")";
        return figure.value() + " " + figure.unit() + ratio;
    }
}
