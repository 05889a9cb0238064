-- What describes the projects that some flows moved to the zones, with its reversals, and what else moved to them: their
-- plans and investments, and their land in whatever zone.
with projects as (
    select distinct m.to_project as project
    from read.movement m
    where m.flow = any(:flows)
      and m.to_zone = any(:zones)
      and m.occurred_on <= :asOf
      and m.position <= :knownAt),
described as (
    select d.position
    from read.project_details d
    where d.project in (select project from projects)
      and d.position <= :knownAt)
select position from described
union
select r.position
from read.reversal r
join described d on d.position = r.reverses
where r.position <= :knownAt
union
select m.position
from read.movement m
where m.to_project in (select project from projects)
  and m.flow in ('OPENING', 'PLEDGE', 'INVEST', 'INTRODUCE', 'SUPPLY', 'RESCIND')
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
