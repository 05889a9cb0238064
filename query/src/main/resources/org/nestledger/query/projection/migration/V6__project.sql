create table read.project_details (
    position    bigint primary key,
    occurred_on date not null,
    project     text not null,
    name        text not null,
    enterprise  text,
    industry    text,
    origin      text,
    land_need   bigint
);

create index project_details_project on read.project_details (project, occurred_on, position);

create table read.project_plan (
    position    bigint primary key,
    occurred_on date not null,
    project     text not null,
    amount      bigint not null,
    currency    text not null
);

create index project_plan_project on read.project_plan (project, occurred_on, position);

-- Kind is OPENING or INTRODUCED for the first entry of a project, then MILESTONE or the stage that it reached.
create table read.project_entry (
    position    bigint primary key,
    occurred_on date not null,
    project     text not null,
    zone        text not null,
    kind        text not null,
    stage       text,
    holder      text,
    reported    boolean not null,
    note        text
);

create index project_entry_project on read.project_entry (project, occurred_on, position);

create function read.project_details_at(as_of date, known_at bigint)
    returns table (project text, name text, enterprise text, industry text, origin text, land_need bigint)
    language sql stable as
$$
select distinct on (d.project) d.project, d.name, d.enterprise, d.industry, d.origin, d.land_need
from read.project_details d
where d.occurred_on <= as_of
  and d.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = d.position)
order by d.project, d.occurred_on desc, d.position desc
$$;

create function read.project_at(as_of date, known_at bigint)
    returns table (project text, zone text, name text, enterprise text, holder text, industry text, origin text,
                   stage text, opening boolean, introduced_on date, started_on date, start_reported boolean,
                   completed_on date, completion_reported boolean, producing_since date, withdrawn_on date,
                   planned_amount bigint, planned_currency text, land_need bigint)
    language sql stable as
$$
select i.project, i.zone, d.name, d.enterprise, i.holder, d.industry, d.origin,
       case when s.withdrawn_on is not null then 'WITHDRAWN'
            when s.producing_since is not null then 'PRODUCING'
            when s.completed_on is not null then 'COMPLETED'
            when s.started_on is not null then 'BUILDING'
            else i.stage end,
       i.kind = 'OPENING', i.occurred_on, s.started_on, coalesce(s.start_reported, false),
       s.completed_on, coalesce(s.completion_reported, false), s.producing_since, s.withdrawn_on,
       p.amount, p.currency, d.land_need
from read.project_entry i
join lateral (
    select d.*
    from read.project_details d
    where d.project = i.project and d.occurred_on <= as_of and d.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = d.position)
    order by d.occurred_on desc, d.position desc
    limit 1) d on true
left join lateral (
    select p.amount, p.currency
    from read.project_plan p
    where p.project = i.project and p.occurred_on <= as_of and p.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = p.position)
    order by p.occurred_on desc, p.position desc
    limit 1) p on true
left join lateral (
    select max(e.occurred_on) filter (where e.kind = 'BUILDING') as started_on,
           bool_or(e.reported) filter (where e.kind = 'BUILDING') as start_reported,
           max(e.occurred_on) filter (where e.kind = 'COMPLETED') as completed_on,
           bool_or(e.reported) filter (where e.kind = 'COMPLETED') as completion_reported,
           max(e.occurred_on) filter (where e.kind = 'PRODUCING') as producing_since,
           max(e.occurred_on) filter (where e.kind = 'WITHDRAWN') as withdrawn_on
    from read.project_entry e
    where e.project = i.project and e.occurred_on <= as_of and e.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)) s on true
where i.kind in ('OPENING', 'INTRODUCED')
  and i.occurred_on <= as_of
  and i.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = i.position)
$$;

-- What project_at gives for all that is known, kept for lists.
create table read.project (
    project             text primary key,
    zone                text not null,
    name                text not null,
    enterprise          text,
    holder              text,
    industry            text,
    origin              text,
    stage               text not null,
    opening             boolean not null,
    introduced_on       date not null,
    started_on          date,
    start_reported      boolean not null,
    completed_on        date,
    completion_reported boolean not null,
    producing_since     date,
    withdrawn_on        date,
    planned_amount      bigint,
    planned_currency    text,
    land_need           bigint
);

create index project_zone on read.project (zone);
create index project_enterprise on read.project (enterprise) where enterprise is not null;
