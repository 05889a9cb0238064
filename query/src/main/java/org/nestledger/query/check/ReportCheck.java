package org.nestledger.query.check;

import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.UndecodableEventException;
import org.nestledger.query.check.Finding.Kind;
import org.nestledger.query.projection.Compared;
import org.nestledger.query.projection.Projections;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what reports are computed from with the log, in one snapshot of the read models. Rows were compared by a rebuild,
 * which uses the same code as the read models; the journal and the times are compared without that code.
 */
public final class ReportCheck {

    private static final int MEMORY_ROWS = 1_000;

    private final DataSource dataSource;
    private final EventLog log;
    private final Projections projections;

    /** @param dataSource whose statements take as long as they take */
    public ReportCheck(DataSource dataSource, EventLog log, Projections projections) {
        this.dataSource = dataSource;
        this.log = log;
        this.projections = projections;
    }

    /**
     * What was checked.
     *
     * @param position up to which
     * @param balances of an account of a zone in a unit
     * @param parcels with a boundary
     */
    public record Checked(long position, long balances, long parcels, long divergences, long warnings) {}

    /**
     * Checks everything and notes for {@code Projections.differences} how much diverges.
     *
     * @param compared what a rebuild found when it last compared the rows
     * @param found is told each finding
     */
    public Checked check(Compared compared, Consumer<Finding> found) {
        Findings findings = new Findings(found);
        compared.first()
                .forEach(row -> findings.add(Finding.divergence(
                        row.key().isEmpty() ? row.table() : row.table() + " (" + row.key() + ")", row.what())));
        findings.addUnnamed("read", compared.differences() - compared.first().size());
        TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        Checked checked = snapshot.execute(_ -> check(findings));
        projections.noteDifferences(checked.position(), checked.divergences());
        return checked;
    }

    private Checked check(Findings findings) {
        JdbcTemplate database = new JdbcTemplate(dataSource);
        database.setFetchSize(MEMORY_ROWS);
        long position =
                Objects.requireNonNull(database.queryForObject("select position from read.projection", Long.class));
        TrialBalance balances = new TrialBalance();
        try (RecordedTimes times = new RecordedTimes(database, findings)) {
            scan(position, event -> {
                balances.add(event);
                times.compare(event);
            });
        }
        long compared = balances.compare(database, findings);
        long parcels = new ParcelBoundaries(database).check(findings);
        return new Checked(position, compared, parcels, findings.count(Kind.DIVERGENCE), findings.count(Kind.WARNING));
    }

    /** The events of the ledger up to a position; what comes after it may be of a newer release. */
    private void scan(long position, Consumer<RecordedEvent> use) {
        try {
            long _ = log.scan(0, event -> {
                if (event.position() <= position) {
                    use.accept(event);
                }
            });
        } catch (UndecodableEventException unknown) {
            if (unknown.position() <= position) {
                throw unknown;
            }
        }
    }
}
