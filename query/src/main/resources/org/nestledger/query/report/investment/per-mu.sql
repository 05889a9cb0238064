-- The investment and the land of the projects supplied in the period, their land in whatever zone. A project stands in each
-- currency that it plans or has invested in, in what is planned only where its plan is known; one that does neither in any
-- currency stands in what is made in each, since nothing was invested on its land.
with supplied as (
    select m.to_project as project
    from read.movement m
    where m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone)
      and m.flow in ('SUPPLY', 'RESCIND')
      and m.occurred_on between :start and :end
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by m.to_project
    having sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) > 0),
held as (
    select m.to_project as project, sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) as land
    from read.movement m
    where m.to_project in (select project from supplied)
      and m.flow in ('SUPPLY', 'RESCIND')
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by m.to_project
    having sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) > 0),
invested as (
    select h.project, h.land, m.unit,
           coalesce(sum(m.amount) filter (where m.to_account = 'investment:planned'), 0) as planned,
           coalesce(sum(m.amount) filter (where m.to_account = 'investment:made'), 0) as made
    from held h
    join read.movement m on m.to_project = h.project
    where m.to_account in ('investment:planned', 'investment:made')
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by h.project, h.land, m.unit
    having sum(m.amount) filter (where m.to_account = 'investment:planned') > 0
        or sum(m.amount) filter (where m.to_account = 'investment:made') > 0)
select i.nr, i.item, i.unit, count(*) as projects, sum(i.amount) as amount, sum(i.land) as land
from (
    select 1 as nr, 'planned' as item, unit, planned as amount, land
    from invested
    where planned > 0
    union all
    select 2, 'made', unit, made, land
    from invested
    union all
    select 2, 'made', u.unit, 0, h.land
    from held h
    cross join (select distinct unit from invested) u
    where not exists (select from invested i where i.project = h.project)) i
group by i.nr, i.item, i.unit
having sum(i.amount) > 0
order by i.nr, i.unit
