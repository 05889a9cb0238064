package org.nestledger.query.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.ReadModels;
import org.nestledger.query.history.HistoryEntry;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.springframework.jdbc.core.JdbcTemplate;

/** Read models that are told in short lines what happened, and asked what stood on a day as known at a position. */
public final class Books implements AutoCloseable {

    private final TestLedger ledger = new TestLedger();
    private final List<LedgerEvent> events = new ArrayList<>();

    /** A zone with those above it, from the root down. */
    public long zone(String id, String... ancestors) {
        String above = ancestors.length == 0 ? "" : "'" + String.join("','", ancestors) + "'";
        return event("zone.ZoneDesignated", "2020-01-01", """
                {'zone':'%s','kind':'ZONE','name':'%s','ancestors':[%s],'timeZone':'Asia/Shanghai'}""".formatted(id, id, above));
    }

    /** A project of a zone, with an enterprise behind it. */
    public long project(String id, String zone, String enterprise) {
        return event("project.ProjectIntroduced", "2022-12-01", """
                {'zone':'%s','project':'%s','name':'%s','enterprise':'%s'}""".formatted(zone, id, id, enterprise));
    }

    /**
     * An event, past all rules.
     *
     * @param json its data with single quotes, without its day; quantities and lists as in scenarios
     * @return its position
     */
    public long event(String type, String day, String json) {
        return append(ScenarioEvents.event(type, day, json.replace('\'', '"')));
    }

    /** Takes an entry back with effect from its own day. */
    public long reverse(long position) {
        return append(Samples.reversal(position, events.get((int) position - 1)));
    }

    /** Takes an entry back with effect from this day, as after closing. */
    public long restate(long position, String day) {
        EntryReversed now = Samples.reversal(position, events.get((int) position - 1));
        return append(new EntryReversed(
                position,
                now.type(),
                now.v(),
                now.data(),
                LocalDate.parse(day),
                now.occurredOn().toString().substring(0, 7),
                now.reason(),
                List.of()));
    }

    private long append(LedgerEvent event) {
        events.add(event);
        return ledger.append(event);
    }

    public LedgerQueries queries() {
        return ledger.caughtUp().queries();
    }

    /** What stood on a day, as known at a position. */
    public LedgerQueries queriesAt(LocalDate asOf, long knownAt) {
        return ((Answer.Found<LedgerQueries>) queries().at(asOf, KnownAt.position(knownAt))).report();
    }

    /**
     * The rows of a function of two dates.
     *
     * @param columns of each row, joined by blanks; a dash stands for none
     */
    public List<String> at(String function, String columns, String asOf, long knownAt) {
        queries();
        return database()
                .queryForList(
                        "select array_to_string(array[" + columns.replaceAll("\\w+", "$0::text") + "], ' ', '-') from "
                                + function + "(?::date, ?) order by 1",
                        String.class,
                        asOf,
                        knownAt);
    }

    /** All rows of all read models, by table. */
    public Map<String, List<String>> contents() {
        queries();
        Map<String, List<String>> rows = new TreeMap<>();
        ReadModels.all().stream()
                .flatMap(model -> model.tables().stream())
                .forEach(table -> rows.put(
                        table,
                        database().queryForList("select t::text from " + table + " t order by 1", String.class)));
        return rows;
    }

    /** Forgets the read models, so that they are folded again from the log. */
    public void forget() {
        database().update("update read.model set version = 0");
    }

    public DataSource dataSource() {
        return ledger.dataSource();
    }

    private JdbcTemplate database() {
        return new JdbcTemplate(ledger.dataSource());
    }

    public static List<String> types(List<HistoryEntry> history) {
        return history.stream().map(HistoryEntry::type).toList();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
