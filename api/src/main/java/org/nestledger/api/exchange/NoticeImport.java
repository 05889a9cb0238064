package org.nestledger.api.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.nestledger.api.exchange.RowOutcome.Fate;
import org.nestledger.api.exchange.landchina.NoticeReader;
import org.nestledger.api.exchange.landchina.NoticeReader.NotUnderstood;
import org.nestledger.api.exchange.landchina.NoticeReader.Understood;
import org.nestledger.api.exchange.landchina.PublishedNotice;
import org.nestledger.api.exchange.landchina.PublishedNotice.Given;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.ledger.Outcome;

/**
 * Gives notices to the ledger, many at a time because appends that wait together are written together. Rows that share
 * a notice or a project keep the order of the file, so that the result never depends on which thread was faster.
 */
final class NoticeImport implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final int WINDOW = 256;

    /** A row that waits for its turn, in its place among the outcomes. */
    private record Waiting(int place, long line, PublishedNotice notice) {}

    private final Gateway gateway;
    private final NoticeReader reader;
    private final Consumer<RowOutcome> outcomes;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    private final Map<String, Optional<Rejection>> zones = new HashMap<>();
    private final List<Optional<RowOutcome>> window = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    NoticeImport(Gateway gateway, NoticeReader reader, Consumer<RowOutcome> outcomes) {
        this.gateway = gateway;
        this.reader = reader;
        this.outcomes = outcomes;
    }

    void take(Records.Row row) {
        switch (row) {
            case Records.Broken broken ->
                done(RowOutcome.refused(new RowRefusal(
                        broken.line(), "", RefusalCode.MALFORMED, broken.reason(), "Correct the row.", null)));
            case Records.Cells cells -> take(cells);
        }
        if (window.size() == WINDOW) {
            finish();
        }
    }

    private void take(Records.Cells row) {
        switch (reader.read(row.cells())) {
            case NotUnderstood wrong ->
                done(new RowOutcome(
                        Fate.REFUSED,
                        wrong.problems().stream()
                                .map(p -> new RowRefusal(
                                        row.line(), p.field(), p.code(), p.reason(), p.remedy(), p.value()))
                                .toList()));
            case Understood(PublishedNotice notice) -> {
                waiting.add(new Waiting(window.size(), row.line(), notice));
                window.add(Optional.empty());
            }
        }
    }

    private void done(RowOutcome outcome) {
        window.add(Optional.of(outcome));
    }

    /** Records all that waits. */
    void finish() {
        while (!waiting.isEmpty()) {
            List<Waiting> wave = wave();
            wave.forEach(row -> zones.computeIfAbsent(row.notice().zone(), _ -> designate(row.notice())));
            List<Future<RowOutcome>> answers =
                    wave.stream().map(row -> threads.submit(() -> outcome(row))).toList();
            for (int i = 0; i < wave.size(); i++) {
                window.set(wave.get(i).place(), Optional.of(answer(answers.get(i))));
            }
        }
        window.forEach(outcome -> outcomes.accept(outcome.orElseThrow()));
        window.clear();
    }

    /** Takes out the rows that share neither notice nor project with one before them. */
    private List<Waiting> wave() {
        Set<String> seen = new HashSet<>();
        List<Waiting> wave = new ArrayList<>();
        for (Waiting row : waiting) {
            boolean newKey = seen.add("key " + row.notice().key());
            boolean newProject = seen.add("project " + row.notice().project());
            if (newKey && newProject) {
                wave.add(row);
            }
        }
        waiting.removeAll(wave);
        return wave;
    }

    /** Why the zone cannot be used; nothing when it is there, whoever designated it and under whatever name. */
    private Optional<Rejection> designate(PublishedNotice notice) {
        Given designation = notice.designation();
        Outcome outcome = gateway.give(designation.commandId(), designation.command());
        return outcome instanceof Outcome.Refused(Rejection rejection)
                        && rejection.code() != RefusalCode.ID_TAKEN
                        && rejection.code() != RefusalCode.COMMAND_ID_REUSED
                ? Optional.of(rejection)
                : Optional.empty();
    }

    private RowOutcome outcome(Waiting row) {
        Optional<Rejection> zone = zones.getOrDefault(row.notice().zone(), Optional.empty());
        if (zone.isPresent()) {
            return RowOutcome.refused(RowRefusal.of(row.line(), reader.zoneField(), zone.get()));
        }
        Given recording = row.notice().recording();
        Outcome outcome = gateway.give(recording.commandId(), recording.command());
        if (outcome instanceof Outcome.Refused(Rejection rejection)) {
            return RowOutcome.refused(RowRefusal.of(row.line(), reader.field(rejection), rejection));
        }
        // What is reported beside the notice counts for no row of its own: the notice is recorded with or without it.
        List<RowRefusal> refusals = new ArrayList<>();
        report(row, row.notice().start(), reader.startField()).ifPresent(refusals::add);
        report(row, row.notice().completion(), reader.completionField()).ifPresent(refusals::add);
        return new RowOutcome(Fates.of(outcome), refusals);
    }

    private Optional<RowRefusal> report(Waiting row, Optional<Given> report, String field) {
        return report.map(given -> gateway.give(given.commandId(), given.command()))
                .filter(Outcome.Refused.class::isInstance)
                .map(Outcome.Refused.class::cast)
                .map(refused -> RowRefusal.of(row.line(), field, refused.rejection()));
    }

    private static RowOutcome answer(Future<RowOutcome> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ImportStopped stopped) {
                throw stopped;
            }
            throw new IllegalStateException("a row could not be imported", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("the import was interrupted: run it again to go on", interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
