package org.nestledger.api.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was refused, as far as it is kept: the latest of it. */
public final class Refusals {

    private static final long KEPT = 1_000_000;

    private static final String INSERT = "insert into access.refusal"
            + " (refused_at, actor, address, method, path, command, zone, status, code, times)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate template;
    private final JdbcClient database;

    public Refusals(DataSource dataSource) {
        template = new JdbcTemplate(dataSource);
        database = JdbcClient.create(template);
    }

    public void add(Collection<Refusal> refusals) {
        template.batchUpdate(
                INSERT,
                refusals.stream()
                        .map(refusal -> new Object[] {
                            Timestamp.from(refusal.refusedAt()),
                            refusal.actor(),
                            refusal.address(),
                            refusal.method(),
                            refusal.path(),
                            refusal.command(),
                            refusal.zone(),
                            refusal.status(),
                            refusal.code(),
                            refusal.times()
                        })
                        .toList());
    }

    /** Removes the oldest, so that whoever is refused for ever does not fill the disk. */
    public void prune() {
        database.sql("delete from access.refusal where id <= (select max(id) from access.refusal) - :kept")
                .param("kept", KEPT)
                .update();
    }

    /**
     * The newest first.
     *
     * @param before only with a smaller id than this
     */
    public List<Refusal> latest(long before, int limit) {
        return database.sql("select * from access.refusal where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Refusals::refusal)
                .list();
    }

    private static Refusal refusal(ResultSet row, int n) throws SQLException {
        return new Refusal(
                row.getLong("id"),
                row.getTimestamp("refused_at").toInstant(),
                row.getString("actor"),
                row.getString("address"),
                row.getString("method"),
                row.getString("path"),
                row.getString("command"),
                row.getString("zone"),
                row.getInt("status"),
                row.getString("code"),
                row.getLong("times"));
    }
}
