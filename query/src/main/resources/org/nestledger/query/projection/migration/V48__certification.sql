-- The four certificates of each project, kept so that a report need not fold the permits of all projects of a city. A plain
-- project has one permit of each of the four kinds, each granted once, and nothing of it was refused, revoked or reversed.
-- Of such a project every day and every position from stands_on and known_from on say the same, and any earlier one that it has
-- not all four, whatever is recorded of others. A project that is not plain has no days here: its steps are folded for each
-- question. It has no zone when its entries name several. A plain one that has not all four yet has no row.
create table read.certification (
    project    text primary key,
    zone       text,
    plain      boolean not null,
    days       integer,
    granted_on date,
    stands_on  date,
    known_from bigint
);

create index certification_plain on read.certification (zone, granted_on) where plain;
create index certification_other on read.certification (zone) where not plain;

-- Of all that is known, whatever is asked: earlier days and positions follow from the columns.
create function read.certification_at(as_of date, known_at bigint)
    returns table (project text, zone text, plain boolean, days integer, granted_on date, stands_on date,
                   known_from bigint)
    language sql stable as
$$
select c.project,
       case when c.zones = 1 and coalesce(i.first_zone, c.zone) = c.zone and coalesce(i.last_zone, c.zone) = c.zone
            then c.zone end,
       coalesce(c.plain and i.plain, false),
       case when c.plain and i.plain then c.granted_on - c.applied_on + 1 end,
       case when c.plain and i.plain then c.granted_on end,
       case when c.plain and i.plain then greatest(c.granted_on, i.occurred_on) end,
       case when c.plain and i.plain then greatest(c.position, i.position) end
from (
    select p.project, min(p.zone) as zone, count(distinct p.zone) + bool_or(p.zone is null)::integer as zones,
           bool_and(p.plain) and count(*) = count(distinct p.kind) as plain,
           count(distinct p.kind) filter (where p.granted_on is not null) as granted,
           max(p.granted_on) as granted_on, min(p.applied_on) as applied_on, max(p.position) as position
    from (
        select e.project, e.permit, min(e.kind) as kind,
               case when min(e.zone) = max(e.zone) then min(e.zone) end as zone,
               bool_and(e.status in ('APPLIED', 'GRANTED') and r.reverses is null)
                   and count(*) filter (where e.status = 'GRANTED') <= 1
                   and coalesce(max(e.occurred_on) = max(e.occurred_on) filter (where e.status = 'GRANTED'), true)
                   and coalesce(max(e.position) = max(e.position) filter (where e.status = 'GRANTED'), true)
                   and min(e.kind) = max(e.kind) and min(e.zone) = max(e.zone) as plain,
               max(e.occurred_on) filter (where e.status = 'GRANTED') as granted_on,
               max(e.applied_on) filter (where e.status = 'GRANTED') as applied_on,
               max(e.position) filter (where e.status = 'GRANTED') as position
        from read.permit_entry e
        left join read.reversal r on r.reverses = e.position
        where e.kind in ('REAL_ESTATE', 'LAND_USE_PLANNING', 'CONSTRUCTION_PLANNING', 'CONSTRUCTION')
        group by e.project, e.permit) p
    group by p.project) c
left join lateral (
    select min(e.zone) as first_zone, max(e.zone) as last_zone, min(e.occurred_on) as occurred_on, min(e.position) as position,
           count(*) = 1 and bool_and(r.reverses is null) and min(e.zone) = c.zone as plain
    from read.project_entry e
    left join read.reversal r on r.reverses = e.position
    where e.project = c.project and e.kind in ('OPENING', 'INTRODUCED')) i on true
where c.granted = 4 or not c.plain or not coalesce(i.plain, false)
$$;

-- What happened in a zone in a period; all that ever did may be much more.
drop index read.movement_from_zone;
drop index read.movement_to_zone;
create index movement_from_zone on read.movement (from_zone, occurred_on);
create index movement_to_zone on read.movement (to_zone, occurred_on);

-- What reports sum over a period, without a look at the rows: of a flow of a zone, of the plans of one project.
drop index read.movement_flow;
create index movement_flow on read.movement (flow, to_zone, occurred_on) include (to_project, unit, amount, position);
create index movement_planned on read.movement (to_project) include (unit, amount, occurred_on, position)
    where to_account = 'investment:planned';
create index project_details_enterprise on read.project_details (enterprise) where enterprise is not null;
