create table read.event (
    position    bigint primary key,
    event_id    text not null,
    type        text not null,
    recorded_at timestamptz not null,
    occurred_on date not null,
    actor       text,
    command_id  text,
    zone        text not null,
    parcel      text,
    project     text,
    supply      text,
    enterprise  text,
    quota       text,
    reverses    bigint
);

create index event_recorded_at on read.event (recorded_at, position);

-- An event can be about several entities of one kind: a split, an allocation of quota.
create table read.event_entity (
    kind     text not null,
    id       text not null,
    position bigint not null,
    primary key (kind, id, position)
);

create table read.reversal (
    reverses    bigint primary key,
    position    bigint not null unique,
    occurred_on date not null
);

-- The events that no longer stood on a day, as known at a position. A table function of one statement is inlined.
create function read.reversed(as_of date, known_at bigint) returns table (reverses bigint)
    language sql stable as
$$
select r.reverses
from read.reversal r
where r.occurred_on <= as_of
  and r.position <= known_at
$$;
