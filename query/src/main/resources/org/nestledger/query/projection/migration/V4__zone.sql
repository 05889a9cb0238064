-- None of what happens to a zone itself can be reversed, so nothing here looks for reversals but the targets.
create table read.zone_designation (
    position       bigint primary key,
    occurred_on    date not null,
    zone           text not null unique,
    kind           text not null,
    name           text not null,
    parent         text,
    ancestors      text[] not null,
    time_zone      text not null,
    closed_through date
);

-- Every zone is among its own ancestors, so that one join rolls up.
create table read.zone_ancestor (
    zone     text not null,
    ancestor text not null,
    primary key (zone, ancestor)
);

create index zone_ancestor_down on read.zone_ancestor (ancestor, zone);

create table read.zone_name (
    position    bigint primary key,
    occurred_on date not null,
    zone        text not null,
    name        text not null
);

create index zone_name_zone on read.zone_name (zone, occurred_on, position);

create table read.zone_closing (
    position    bigint primary key,
    occurred_on date not null,
    zone        text not null,
    through     date not null
);

create index zone_closing_zone on read.zone_closing (zone, occurred_on, position);

create table read.zone_target (
    position    bigint primary key,
    occurred_on date not null,
    zone        text not null,
    measure     text not null,
    year        integer not null,
    value       text not null,
    unit        text not null
);

create index zone_target_zone on read.zone_target (zone, occurred_on, position);

create function read.zone_at(as_of date, known_at bigint)
    returns table (zone text, kind text, name text, parent text, ancestors text[], time_zone text,
                   designated_on date, closed_through date)
    language sql stable as
$$
select z.zone, z.kind, coalesce(n.name, z.name), z.parent, z.ancestors, z.time_zone,
       z.occurred_on, greatest(z.closed_through, c.through)
from read.zone_designation z
left join lateral (
    select n.name
    from read.zone_name n
    where n.zone = z.zone and n.occurred_on <= as_of and n.position <= known_at
    order by n.occurred_on desc, n.position desc
    limit 1) n on true
left join lateral (
    select max(c.through) as through
    from read.zone_closing c
    where c.zone = z.zone and c.occurred_on <= as_of and c.position <= known_at) c on true
where z.occurred_on <= as_of
  and z.position <= known_at
$$;
