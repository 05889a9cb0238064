package org.nestledger.query.report.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nestledger.core.log.SignedTree;
import org.nestledger.query.report.Closing;
import org.nestledger.query.report.KnownPosition;
import org.nestledger.query.report.Report;
import org.nestledger.query.report.Section;

/**
 * The closings of the books of a zone and its descendants. What a period showed when it was closed is what any report of it
 * gives as known at the closing's position.
 *
 * @param closings in log order
 */
public record ClosingsReport(String zone, LocalDate asOf, KnownPosition knownAt, List<Closing> closings)
        implements Report {

    private static final List<String> COLUMNS = List.of(
            "name", "zone", "through", "closed on", "position", "recorded at", "actor", "checkpoint size", "root");

    public ClosingsReport {
        closings = List.copyOf(closings);
    }

    @Override
    public ClosingsReport unnamed() {
        return new ClosingsReport(
                zone, asOf, knownAt, closings.stream().map(Closing::unnamed).toList());
    }

    @Override
    public String title() {
        return "Closings of " + zone;
    }

    @Override
    public List<Section> sections() {
        return Stream.of(Section.of("closings", COLUMNS, closings.stream().map(ClosingsReport::row)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static List<String> row(Closing each) {
        SignedTree checkpoint = each.checkpoint();
        return Section.row(
                each.name(),
                each.zone(),
                each.through(),
                each.closedOn(),
                each.position(),
                each.recordedAt(),
                each.actor(),
                checkpoint == null ? null : checkpoint.size(),
                checkpoint == null ? null : checkpoint.root());
    }
}
