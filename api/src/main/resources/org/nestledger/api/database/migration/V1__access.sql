-- Who may use the interface beside those that an identity provider knows. A token itself is nowhere, only its hash.
create table access.token (
    id bigint generated always as identity primary key,
    hash bytea not null unique check (length(hash) = 32),
    name text not null check (length(name) between 1 and 60),
    grants text[] not null check (cardinality(grants) > 0),
    created_at timestamptz not null default now(),
    created_by text not null,
    expires_at timestamptz,
    revoked_at timestamptz
);

-- A name is an actor of the log for ever, so nobody else gets it.
create unique index token_name on access.token (name);

-- What was refused, for auditors. It is no part of the log: who is refused changes nothing.
create table access.refusal (
    id bigint generated always as identity primary key,
    refused_at timestamptz not null,
    actor text,
    address text not null,
    method text not null,
    path text not null,
    command text,
    zone text,
    status int not null,
    code text not null,
    times bigint not null check (times > 0)
);
