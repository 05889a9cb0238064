-- Checkpoints with the cosignatures of witnesses: those that reached the quorum that was configured then.
create table log.log_cosigned (
    size bigint primary key,
    note bytea not null,
    created_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on log.log_cosigned
    for each statement execute function log.refuse_change();
