package org.nestledger.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.report.catalogue.ReportTypes;
import org.nestledger.query.report.explain.TableExplanations;

/**
 * A scenario in plain text: events in, report out. Every figure of its last annual report must explain itself.
 *
 * <pre>
 * recorded 2023-02-10T00:00:00Z                    when the log takes the following events
 * actor clerk                                      who records them; tester until it is said
 * 2023-02-09 land.LandAcquired {"zone":"z", …}     an event; the first has position 1
 * 2023-02-11 reverse 5 typed twice                 takes the event at position 5 back
 * repeat 1..101 2023-02-09 … {"project":"p{n}", …}  one event for each number
 * report z 2023 asOf=2023-06-30 knownAt=4          asks; the indented lines below must be in the answer,
 *   land.acquired z 10 mu                          one figure, balance, flow, stage, … a line
 *   - land.rescinded                               no line begins like this
 * reconcile z 2023 asOf=… knownAt=…                asks for the reconciliation; its rows, section first, are lines
 * capital|land|… z 2023-Q3 asOf=… knownAt=…        asks for another report of a period, likewise
 * capital|land|… z 2023-Q3 changes asOf=…          the same beside earlier periods: figure before … year before …
 * stages|late-starts|services z asOf=… knownAt=…   asks for a report of a day, likewise
 * check                                            asks what does not agree
 * diff z 2023 from=7 to=9 asOf=…                   asks what changed between two positions or instants, likewise
 * figure land.acquired z 2023-06 asOf=… knownAt=…  asks for one figure of a zone or project
 * </pre>
 */
public final class Scenario {

    private final TestLedger ledger;
    private final List<LedgerEvent> events = new ArrayList<>();
    private Instant recorded = Instant.parse("2023-01-01T00:00:00Z");
    private String actor = "tester";
    private List<String> answer = List.of();
    private final Set<String> tables = new LinkedHashSet<>();
    private @Nullable String lastReport;

    private Scenario(TestLedger ledger) {
        this.ledger = ledger;
    }

    public static void run(Path file) throws IOException, SQLException {
        try (TestLedger ledger = new TestLedger()) {
            Scenario scenario = new Scenario(ledger);
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                scenario.line(line, file.getFileName() + ":" + number);
            }
            if (scenario.lastReport != null) {
                ExplainedFigures.checkReport(ledger, scenario.lastReport);
            }
            ExplainedFigures.checkTables(ledger, scenario.tables);
        }
    }

    private void line(String line, String where) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("  ")) {
            expect(line.strip(), where);
        } else if (line.startsWith("recorded ")) {
            recorded = Instant.parse(line.substring("recorded ".length()).strip());
        } else if (line.equals("check")) {
            answer = ledger.findings();
        } else if (line.startsWith("actor ")) {
            actor = line.substring("actor ".length()).strip();
        } else if (Questions.isOne(line)) {
            answer = Questions.answer(ledger.caughtUp().queries().reports(), line);
            lastReport = line.startsWith("report ") ? line : lastReport;
            String asked = line.replaceFirst("^reconcile ", ReportTypes.RECONCILIATION.name() + " ");
            if (TableExplanations.ofReports().contains(asked.split(" ", 2)[0])) {
                tables.add(asked);
            }
        } else if (line.startsWith("repeat ")) {
            repeat(line.split(" +", 3));
        } else {
            append(line.split(" +", 3));
        }
    }

    private void repeat(String[] words) {
        String[] bounds = words[1].split("\\.\\.", 2);
        for (int n = Integer.parseInt(bounds[0]); n <= Integer.parseInt(bounds[1]); n++) {
            append(words[2].replace("{n}", String.valueOf(n)).split(" +", 3));
        }
    }

    private void expect(String line, String where) {
        if (line.startsWith("- ")) {
            assertThat(answer).as(where).noneMatch(each -> each.startsWith(line.substring(2)));
        } else {
            assertThat(answer).as(where).contains(line);
        }
    }

    private void append(String[] words) {
        LedgerEvent event = words[1].equals("reverse")
                ? reversal(LocalDate.parse(words[0]), words[2].split(" ", 2))
                : ScenarioEvents.event(words[1], words[0], words[2]);
        events.add(event);
        assertThat(ledger.appendBy(actor, recorded, event)).isEqualTo(events.size());
    }

    private EntryReversed reversal(LocalDate on, String[] words) {
        int position = Integer.parseInt(words[0]);
        LedgerEvent target = events.get(position - 1);
        return new EntryReversed(
                position,
                EventName.of(target.getClass()),
                EventName.version(target.getClass()),
                LedgerJson.mapper().valueToTree(target),
                on,
                on.equals(target.occurredOn())
                        ? null
                        : YearMonth.from(target.occurredOn()).toString(),
                words[1],
                List.of());
    }
}
