-- A description is valid from its day until the next one's; a split describes its children.
create table read.parcel_details (
    position    bigint not null,
    parcel      text not null,
    occurred_on date not null,
    registered  boolean not null,
    zone        text not null,
    name        text,
    use         text,
    location    text,
    boundary    jsonb,
    primary key (position, parcel)
);

create index parcel_details_parcel on read.parcel_details (parcel, occurred_on, position);

create table read.parcel_area (
    position    bigint not null,
    parcel      text not null,
    occurred_on date not null,
    change      bigint not null,
    primary key (position, parcel)
);

create index parcel_area_parcel on read.parcel_area (parcel, occurred_on, position);

create function read.parcel_at(as_of date, known_at bigint)
    returns table (parcel text, zone text, name text, use text, location text, boundary jsonb,
                   area bigint, registered_on date)
    language sql stable as
$$
select p.parcel, p.zone, d.name, d.use, d.location, d.boundary, a.area, p.occurred_on
from read.parcel_details p
left join lateral (
    select d.*
    from read.parcel_details d
    where d.parcel = p.parcel and d.occurred_on <= as_of and d.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = d.position)
    order by d.occurred_on desc, d.position desc
    limit 1) d on true
left join lateral (
    select coalesce(sum(a.change), 0)::bigint as area
    from read.parcel_area a
    where a.parcel = p.parcel and a.occurred_on <= as_of and a.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = a.position)) a on true
where p.registered
  and p.occurred_on <= as_of
  and p.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = p.position)
$$;

-- What parcel_at gives for all that is known, kept for lists.
create table read.parcel (
    parcel        text primary key,
    zone          text not null,
    name          text,
    use           text,
    location      text,
    boundary      jsonb,
    area          bigint not null,
    registered_on date not null
);

create index parcel_zone on read.parcel (zone);
