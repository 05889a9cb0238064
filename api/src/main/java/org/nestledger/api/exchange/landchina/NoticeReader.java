package org.nestledger.api.exchange.landchina;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.notice.SupplyNotice;

/** Understands rows as notices. Pure: the same cells under the same headings are always the same notice. */
public final class NoticeReader {

    public static final String FORMAT = "landchina";

    /** What a row was understood as. */
    public sealed interface Read {}

    public record Understood(PublishedNotice notice) implements Read {}

    /** All that is wrong with the row. */
    public record NotUnderstood(List<Problem> problems) implements Read {
        public NotUnderstood {
            problems = List.copyOf(problems);
        }
    }

    private final Headings headings;
    private final @Nullable String zone;

    /** @param zone in whose books every notice is recorded, when it is not the notice that says */
    public NoticeReader(Headings headings, @Nullable String zone) {
        this.headings = headings;
        this.zone = zone;
    }

    /** The notice of a row that has as many cells as there are headings. */
    public Read read(List<String> cells) {
        RowReader row = new RowReader(headings, cells);
        PublishedNotice notice = notice(row);
        if (notice == null || !row.problems().isEmpty()) {
            return new NotUnderstood(row.problems());
        }
        return new Understood(notice);
    }

    /** The headings under which the ledger's refusal of the notice belongs, as the file writes them. */
    public String field(Rejection rejection) {
        return Blamed.columns(rejection).stream().map(headings::title).collect(Collectors.joining(", "));
    }

    public String zoneField() {
        return headings.title(Column.DISTRICT);
    }

    public String startField() {
        return headings.title(Column.ACTUAL_START);
    }

    public String completionField() {
        return headings.title(Column.ACTUAL_COMPLETION);
    }

    private @Nullable PublishedNotice notice(RowReader row) {
        Origin origin = Origin.of(row, zone);
        Land land = Land.of(row);
        Agreement agreement = Agreement.of(row);
        Holder holder = holder(row);
        String name = row.require(Column.PROJECT_NAME, Function.identity());
        LocalDate start = row.read(Column.ACTUAL_START, Dates::date);
        LocalDate completion = row.read(Column.ACTUAL_COMPLETION, Dates::date);
        if (origin == null || land == null || agreement == null || holder == null || name == null) {
            return null;
        }
        SupplyNotice notice = new SupplyNotice(
                FORMAT,
                origin.key(),
                origin.district(),
                holder.redacted(name),
                redacted(row.text(Column.LOCATION), holder),
                land.area(),
                land.source().kind(),
                land.source().stated(),
                land.use(),
                agreement.method(),
                agreement.terms(),
                row.text(Column.INDUSTRY),
                land.grade(),
                agreement.price(),
                agreement.instalments(),
                redacted(row.text(Column.NOTE), holder),
                holder.text(),
                holder.naturalPerson(),
                agreement.ratio().min(),
                agreement.ratio().max(),
                agreement.delivery(),
                agreement.start(),
                agreement.completion(),
                agreement.authorisedBy(),
                agreement.contractDate(),
                origin.url());
        return new PublishedNotice(origin.zone(), notice, start, completion);
    }

    private static @Nullable String redacted(@Nullable String text, Holder holder) {
        return text == null ? null : holder.redacted(text);
    }

    private static @Nullable Holder holder(RowReader row) {
        List<String> texts = row.texts(Column.HOLDER);
        if (texts.isEmpty()) {
            row.require(Column.HOLDER, Function.identity());
            return null;
        }
        return row.parsed(Column.HOLDER, null, () -> Holder.of(texts));
    }
}
