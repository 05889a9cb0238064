-- One row: what orders the processes that write (position, epoch), and the Merkle tree's compact state.
-- Its pages stay nearly empty so that each update finds room on the same page.
create table log.log_head (
    id smallint primary key default 1 check (id = 1),
    position bigint not null,
    epoch bigint not null default 0,
    frontier bytea not null
) with (fillfactor = 10);

insert into log.log_head (position, frontier) values (0, ''::bytea);

-- record holds the exact bytes that are hashed; the other columns are an index over it.
create table log.event (
    position bigint primary key,
    recorded_at timestamptz not null,
    type text not null,
    record bytea not null check (octet_length(record) between 2 and 65535),
    leaf bytea not null check (octet_length(leaf) = 32)
);

-- tag: 64-bit hash of "key:value"; type: 32-bit hash of the type's name. A reader compares the true tags in record.
create table log.event_tag (
    tag bigint not null,
    position bigint not null,
    type integer not null,
    primary key (tag, position) include (type)
);

create table log.command (
    command_id text primary key,
    command_hash text not null,
    first_position bigint not null,
    last_position bigint not null
);

create table log.log_tile (
    level smallint not null,
    n bigint not null,
    hashes bytea not null check (octet_length(hashes) = 8192),
    primary key (level, n)
);

create table log.log_checkpoint (
    size bigint primary key,
    root bytea not null check (octet_length(root) = 32),
    note bytea not null,
    created_at timestamptz not null default now()
);
