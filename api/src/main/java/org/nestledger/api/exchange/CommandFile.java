package org.nestledger.api.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.CommandReader;
import org.nestledger.core.ledger.CommandReader.NotUnderstood;
import org.nestledger.core.ledger.CommandReader.Understood;
import org.nestledger.core.ledger.Outcome;

/** Commands, one JSON object a line. They are given one after another, since each may build on those before it. */
final class CommandFile implements SourceFile {

    /** How a refusal begins that is about one member. */
    private static final Pattern MEMBER = Pattern.compile("^\"([^\"]{1,200})\"");

    private final TextFile text;
    private final @Nullable String zone;

    CommandFile(TextFile text, @Nullable String zone) {
        this.text = text;
        this.zone = zone;
    }

    @Override
    public Path path() {
        return text.path();
    }

    @Override
    public long lines() {
        return text.lines();
    }

    @Override
    public List<String> warnings() {
        return zone == null ? List.of() : List.of("every command names its zone, so --zone changes nothing here");
    }

    @Override
    public void importInto(Gateway gateway, Consumer<RowOutcome> outcomes) {
        try (Lines lines = text.open()) {
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.text().isBlank()) {
                    outcomes.accept(outcome(gateway, line));
                }
            }
        }
    }

    private static RowOutcome outcome(Gateway gateway, Lines.Line line) {
        if (line.text().indexOf('\uFFFD') >= 0) {
            return refused(
                    line,
                    Rejection.of(
                            RefusalCode.MALFORMED,
                            "The line holds bytes that are no character in the file's encoding.",
                            "Write the file in UTF-8."));
        }
        return switch (CommandReader.read(line.text().getBytes(StandardCharsets.UTF_8))) {
            case NotUnderstood(Rejection rejection) -> refused(line, rejection);
            case Understood understood -> outcome(line, gateway.give(understood.commandId(), understood.command()));
        };
    }

    private static RowOutcome outcome(Lines.Line line, Outcome outcome) {
        return outcome instanceof Outcome.Refused(Rejection rejection)
                ? refused(line, rejection)
                : new RowOutcome(Fates.of(outcome), List.of());
    }

    private static RowOutcome refused(Lines.Line line, Rejection rejection) {
        Matcher member = MEMBER.matcher(rejection.message());
        return RowOutcome.refused(RowRefusal.of(line.number(), member.find() ? member.group(1) : "", rejection));
    }
}
