-- Each step of an application; a grant and a refusal say when it was made, a revocation does not.
create table read.permit_entry (
    position    bigint primary key,
    occurred_on date not null,
    permit      text not null,
    project     text not null,
    zone        text not null,
    kind        text not null,
    status      text not null,
    applied_on  date,
    certificate text,
    power       text,
    power_zone  text,
    authority   text,
    reason      text
);

create index permit_entry_permit on read.permit_entry (permit, occurred_on, position);
create index permit_entry_project on read.permit_entry (project);

create function read.permit_at(as_of date, known_at bigint)
    returns table (permit text, project text, zone text, kind text, status text, applied_on date, decided_on date,
                   granted_on date, revoked_on date, certificate text, power text, power_zone text, authority text,
                   reason text)
    language sql stable as
$$
select l.permit, l.project, l.zone, l.kind, l.status, coalesce(l.applied_on, g.applied_on),
       case when l.status = 'REFUSED' then l.occurred_on else g.occurred_on end,
       g.occurred_on, case when l.status = 'REVOKED' then l.occurred_on end,
       g.certificate, g.power, g.power_zone, g.authority, l.reason
from (
    select distinct on (e.permit) e.*
    from read.permit_entry e
    where e.occurred_on <= as_of
      and e.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)
    order by e.permit, e.occurred_on desc, e.position desc) l
left join lateral (
    select g.*
    from read.permit_entry g
    where l.status in ('GRANTED', 'REVOKED') and g.status = 'GRANTED'
      and g.permit = l.permit and g.occurred_on <= as_of and g.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = g.position)
    order by g.occurred_on desc, g.position desc
    limit 1) g on true
$$;

-- What permit_at gives for all that is known, kept for lists.
create table read.permit (
    permit      text primary key,
    project     text not null,
    zone        text not null,
    kind        text not null,
    status      text not null,
    applied_on  date,
    decided_on  date,
    granted_on  date,
    revoked_on  date,
    certificate text,
    power       text,
    power_zone  text,
    authority   text,
    reason      text
);

create index permit_zone on read.permit (zone);
create index permit_project on read.permit (project);
create index permit_power on read.permit (power_zone, power) where power is not null;

-- A delegation, or its withdrawal, which states neither name nor batch.
create table read.power_entry (
    position    bigint primary key,
    occurred_on date not null,
    id          text not null,
    zone        text not null,
    power       text not null,
    delegated   boolean not null,
    name        text,
    covers      text[],
    batch       text,
    reason      text
);

create index power_entry_id on read.power_entry (id, occurred_on, position);

-- A power that was delegated again after a withdrawal has the days of the later time.
create function read.power_at(as_of date, known_at bigint)
    returns table (id text, zone text, power text, name text, covers text[], batch text, delegated_on date,
                   withdrawn_on date)
    language sql stable as
$$
select d.id, d.zone, d.power, d.name, d.covers, d.batch, d.occurred_on, w.occurred_on
from (
    select distinct on (e.id) e.*
    from read.power_entry e
    where e.delegated
      and e.occurred_on <= as_of
      and e.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)
    order by e.id, e.occurred_on desc, e.position desc) d
left join lateral (
    select w.occurred_on
    from read.power_entry w
    where not w.delegated and w.id = d.id and w.position > d.position
      and w.occurred_on <= as_of and w.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = w.position)
    order by w.occurred_on desc, w.position desc
    limit 1) w on true
$$;

-- What power_at gives for all that is known, kept for lists.
create table read.power (
    id           text primary key,
    zone         text not null,
    power        text not null,
    name         text not null,
    covers       text[] not null,
    batch        text not null,
    delegated_on date not null,
    withdrawn_on date
);

create index power_zone on read.power (zone);
