-- Kind is PLAN, AGREED or DELIVERED; id is plan/service, and the plan alone for itself.
create table read.service_entry (
    position    bigint primary key,
    occurred_on date not null,
    id          text not null,
    zone        text not null,
    project     text not null,
    plan        text not null,
    service     text,
    kind        text not null,
    name        text,
    due_on      date,
    result      text
);

create index service_entry_id on read.service_entry (id, occurred_on, position);
create index service_entry_plan on read.service_entry (plan);

create function read.service_plan_at(as_of date, known_at bigint)
    returns table (plan text, name text, project text, zone text, agreed_on date)
    language sql stable as
$$
select distinct on (e.plan) e.plan, e.name, e.project, e.zone, e.occurred_on
from read.service_entry e
where e.kind = 'PLAN'
  and e.occurred_on <= as_of
  and e.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)
order by e.plan, e.occurred_on desc, e.position desc
$$;

-- Distinct by plan first, so that asking for one plan reads only its entries.
create function read.service_at(as_of date, known_at bigint)
    returns table (id text, plan text, plan_name text, service text, name text, project text, zone text,
                   agreed_on date, due_on date, delivered_on date, result text)
    language sql stable as
$$
select a.id, a.plan, p.name, a.service, a.name, a.project, a.zone, a.occurred_on, a.due_on, d.occurred_on, d.result
from (
    select distinct on (e.plan, e.id) e.*
    from read.service_entry e
    where e.kind = 'AGREED'
      and e.occurred_on <= as_of
      and e.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)
    order by e.plan, e.id, e.occurred_on desc, e.position desc) a
left join lateral (
    select p.name
    from read.service_entry p
    where p.kind = 'PLAN' and p.plan = a.plan
      and p.occurred_on <= as_of and p.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = p.position)
    order by p.occurred_on desc, p.position desc
    limit 1) p on true
left join lateral (
    select d.occurred_on, d.result
    from read.service_entry d
    where d.kind = 'DELIVERED' and d.id = a.id and d.position > a.position
      and d.occurred_on <= as_of and d.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = d.position)
    order by d.occurred_on desc, d.position desc
    limit 1) d on true
$$;

-- What service_plan_at and service_at give for all that is known, kept for lists.
create table read.service_plan (
    plan      text primary key,
    name      text not null,
    project   text not null,
    zone      text not null,
    agreed_on date not null
);

create index service_plan_project on read.service_plan (project);

create table read.service (
    id           text primary key,
    plan         text not null,
    plan_name    text,
    service      text not null,
    name         text not null,
    project      text not null,
    zone         text not null,
    agreed_on    date not null,
    due_on       date,
    delivered_on date,
    result       text
);

create index service_zone on read.service (zone);
create index service_project on read.service (project);
create index service_of_plan on read.service (plan);
