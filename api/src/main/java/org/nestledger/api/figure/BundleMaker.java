package org.nestledger.api.figure;

import java.util.ArrayList;
import java.util.List;
import org.nestledger.api.failure.LedgerFailure;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.checkpoint.TlogProof;
import org.nestledger.core.log.publish.Published;
import org.nestledger.query.report.explain.Contributions;
import org.nestledger.query.report.explain.Explained.Found;
import org.nestledger.query.report.explain.Recount;

/** Collects what proves a figure. */
public final class BundleMaker {

    private BundleMaker() {}

    /**
     * The figure with its records and their proofs under one checkpoint, which covers all that was known.
     *
     * @throws LedgerFailure when the log is not signed as far, with the reason
     */
    public static FigureBundle of(Found found, LedgerRuntime runtime) {
        Published published = runtime.awaitSigned(found.asked().knownAt());
        List<Long> positions = List.copyOf(Contributions.positions(found.explanation()));
        List<FigureBundle.Proved> records = new ArrayList<>();
        for (TlogProof proof : runtime.published().prove(positions, published)) {
            long position = proof.index() + 1;
            byte[] record = runtime.published()
                    .record(position)
                    .orElseThrow(() -> new LedgerFailure("Position " + position + " is not published."));
            records.add(new FigureBundle.Proved(
                    position,
                    BundleFile.base64(record),
                    proof.hashes().stream().map(BundleFile::base64).toList()));
        }
        return new FigureBundle(
                FigureBundle.FORMAT,
                Recount.figure(found.explanation()),
                found.asked().asOf(),
                found.asked().knownAt(),
                found.figure().formula(),
                records,
                published.note().toString());
    }
}
