package org.nestledger.api.demo;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.nestledger.core.claim.ClaimCommand.PublishFigure;
import org.nestledger.core.claim.Precision;
import org.nestledger.core.claim.StatedPeriod;

/** What was published about the zone's year, one figure a row of a file. */
final class PublishedStatement {

    static final LocalDate STATED_ON = LocalDate.of(2023, 12, 30);
    static final LocalDate PUBLISHED_ON = LocalDate.of(2024, 1, 2);

    private static final String FILE = "published-figures-2023.csv";
    private static final String SOURCE =
            "Statement of 2023-12-30 about the Zhaoqing Large Industrial Cluster Area, published 2024-01-02";

    private PublishedStatement() {}

    /** In the order of the statement. */
    static List<PublishFigure> figures() {
        try (Reader text = new InputStreamReader(open(), StandardCharsets.UTF_8);
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(text)) {
            return rows.stream().map(PublishedStatement::figure).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static InputStream open() {
        return Objects.requireNonNull(PublishedStatement.class.getResourceAsStream("/demo/" + FILE), FILE);
    }

    private static PublishFigure figure(NamedCsvRecord row) {
        String measure = row.getField("measure");
        String value = row.getField("value");
        return new PublishFigure(
                DemoZones.ZONE,
                "statement-2023-" + measure,
                measure,
                row.getField("subject"),
                StatedPeriod.of(row.getField("period")),
                value.isEmpty() ? null : value,
                row.getField("unit"),
                Precision.of(row.getField("precision")),
                row.getField("phrase"),
                SOURCE,
                STATED_ON,
                PUBLISHED_ON,
                Paper.none());
    }
}
