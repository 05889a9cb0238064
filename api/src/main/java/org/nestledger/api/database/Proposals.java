package org.nestledger.api.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Proposal.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands that wait for approval, and what became of those that did. */
public final class Proposals {

    /** What an id once stood for it stands for for ever, so that nobody approves another command than they have seen. */
    private static final String KEEP = """
            insert into access.proposal (command_id, command, body, zone, actor, proposed_at, state)
            values (:commandId, :command, :body, :zone, :actor, :proposedAt, 'WAITING')
            on conflict (command_id) do update
            set actor = excluded.actor, proposed_at = excluded.proposed_at, state = 'WAITING',
                decided_by = null, decided_at = null
            where proposal.state = 'WITHDRAWN'
              and proposal.command = excluded.command
              and proposal.body = excluded.body
            """;

    private static final String LATEST = """
            select p.*
            from access.proposal p
            where p.id < :before
              and (:state::text is null or p.state = :state)
              and (:zone::text is null
                   or exists (select from read.zone_ancestor a where a.zone = p.zone and a.ancestor = :zone))
            order by p.id desc
            limit :limit
            """;

    private static final String DECIDE = """
            update access.proposal
            set state = :state, decided_by = :by, decided_at = :at
            where id = :id
              and (state = 'WAITING' or (state = 'WITHDRAWN' and :state = 'APPROVED'))
            """;

    private final JdbcClient database;

    public Proposals(DataSource dataSource) {
        database = JdbcClient.create(dataSource);
    }

    /** Keeps it unless one of its id is there; the one that is there then, which may be of another command. */
    public Proposal keep(Proposal proposal) {
        database.sql(KEEP)
                .param("commandId", proposal.commandId())
                .param("command", proposal.command())
                .param("body", proposal.body())
                .param("zone", proposal.zone())
                .param("actor", proposal.actor())
                .param("proposedAt", Timestamp.from(proposal.proposedAt()))
                .update();
        return database.sql("select * from access.proposal where command_id = :commandId")
                .param("commandId", proposal.commandId())
                .query(Proposals::proposal)
                .single();
    }

    public Optional<Proposal> byId(long id) {
        return database.sql("select * from access.proposal where id = :id")
                .param("id", id)
                .query(Proposals::proposal)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param zone and those within it; all when absent
     * @param before only with a smaller id than this
     */
    public List<Proposal> latest(@Nullable String zone, @Nullable State state, long before, int limit) {
        return database.sql(LATEST)
                .param("zone", zone)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query(Proposals::proposal)
                .list();
    }

    /**
     * Says what became of one that waits; false when it does not wait any more. What was approved is recorded, also when
     * somebody took it away meanwhile.
     */
    public boolean decide(long id, State state, String by, Instant at) {
        return database.sql(DECIDE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    private static Proposal proposal(ResultSet row, int n) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Proposal(
                row.getLong("id"),
                row.getString("command_id"),
                row.getString("command"),
                row.getString("body"),
                row.getString("zone"),
                row.getString("actor"),
                row.getTimestamp("proposed_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
