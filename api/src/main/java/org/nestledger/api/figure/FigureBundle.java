package org.nestledger.api.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.nestledger.query.report.Figure;

/**
 * A figure with the records that it is made of, as a file: JSON, in UTF-8.
 *
 * @param format {@link #FORMAT}
 * @param figure as the report shows it
 * @param asOf the last business day that counts
 * @param knownAt the last position that counts
 * @param formula in words, for people
 * @param records that contribute, in log order
 * @param checkpoint the signed note whose tree they are in, verbatim
 */
public record FigureBundle(
        String format,
        Figure figure,
        LocalDate asOf,
        long knownAt,
        String formula,
        List<Proved> records,
        String checkpoint) {

    static final String FORMAT = "nest-ledger-figure@v1";

    /**
     * One record.
     *
     * @param record its bytes as the log has them, in base64
     * @param proof the hashes from its leaf to the root, the leaf's sibling first, in base64
     */
    public record Proved(long position, String record, List<String> proof) {
        public Proved {
            Objects.requireNonNull(record, "a record is missing");
            proof = List.copyOf(Objects.requireNonNull(proof, "a proof is missing"));
        }
    }

    public FigureBundle {
        Objects.requireNonNull(format, "the format is missing");
        Objects.requireNonNull(figure, "the figure is missing");
        Objects.requireNonNull(figure.measure(), "the figure's measure is missing");
        Objects.requireNonNull(figure.subject(), "the figure's subject is missing");
        Objects.requireNonNull(figure.period(), "the figure's period is missing");
        Objects.requireNonNull(figure.value(), "the figure's value is missing");
        Objects.requireNonNull(figure.unit(), "the figure's unit is missing");
        Objects.requireNonNull(asOf, "asOf is missing");
        Objects.requireNonNull(formula, "the formula is missing");
        records = List.copyOf(Objects.requireNonNull(records, "the records are missing"));
        Objects.requireNonNull(checkpoint, "the checkpoint is missing");
    }
}
