package org.nestledger.query.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.log.SignedTree;

/** The tables of what a closed period showed when it was closed. */
final class FrozenSections {

    private static final List<String> CLOSING =
            List.of("name", "subject", "period", "value", "unit", "position", "checkpoint size", "root");

    private static final List<String> FROZEN =
            List.of("name", "subject", "period", "value", "unit", "ratio", "now", "difference", "restated by");

    private FrozenSections() {}

    static Stream<Section> of(FrozenFigures frozen) {
        return Stream.of(
                Section.of("closing", CLOSING, Stream.of(closing(frozen.closing()))),
                Section.of("frozen figures", FROZEN, frozen.figures().stream().map(FrozenSections::figure)));
    }

    private static List<String> closing(Closing closing) {
        SignedTree checkpoint = closing.checkpoint();
        return Section.row(
                "closing",
                closing.name(),
                null,
                closing.through(),
                null,
                closing.position(),
                checkpoint == null ? null : checkpoint.size(),
                checkpoint == null ? null : checkpoint.root());
    }

    private static List<String> figure(FrozenFigure each) {
        FigureValue then = each.frozen();
        FigureValue now = each.now();
        FigureValue any = then == null ? now : then;
        return Section.row(
                each.measure(),
                each.subject(),
                each.period(),
                then == null ? null : then.value(),
                any == null ? null : any.unit(),
                then == null ? null : Section.ratio(then.ratio()),
                now == null ? null : now.value(),
                Section.value(each.difference()),
                each.restatedBy().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
