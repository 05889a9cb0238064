-- The counts of a zone and day, of which the last one holds. The movements cannot tell them: a reversal after closing
-- has another day.
create table read.visit_entry (
    position    bigint primary key,
    occurred_on date not null,
    id          text not null,
    zone        text not null,
    visits      integer not null
);

create index visit_entry_id on read.visit_entry (id, position);

create function read.visit_at(as_of date, known_at bigint)
    returns table (id text, zone text, occurred_on date, visits integer)
    language sql stable as
$$
select distinct on (e.id) e.id, e.zone, e.occurred_on, e.visits
from read.visit_entry e
where e.occurred_on <= as_of
  and e.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)
order by e.id, e.position desc
$$;

-- What visit_at gives for all that is known, kept for lists.
create table read.visit (
    id          text primary key,
    zone        text not null,
    occurred_on date not null,
    visits      integer not null
);

create index visit_zone on read.visit (zone, occurred_on);
