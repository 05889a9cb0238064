-- Commands that wait for somebody else's approval. What is approved is in the log; this only says what waits.
create table access.proposal (
    id bigint generated always as identity primary key,
    command_id text not null unique,
    command text not null,
    body text not null,
    zone text not null,
    actor text not null,
    proposed_at timestamptz not null,
    state text not null check (state in ('WAITING', 'APPROVED', 'WITHDRAWN')),
    decided_by text,
    decided_at timestamptz,
    check ((state = 'WAITING') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);
