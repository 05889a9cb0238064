-- The plans of the projects introduced in the period, and what was invested in the period, by what they have in common.
select p.key, p.planned, p.unit, sum(p.amount) as amount
from (
    select {planned} as key, true as planned, m.unit, m.amount
    from read.introduced(:start, :end, :asOf, :knownAt) i
    cross join lateral read.project_details_of(i.project, :asOf, :knownAt) d
    join read.movement m on m.to_project = i.project
    where i.zone in (select zone from read.zone_ancestor where ancestor = :zone)
      and m.to_account = 'investment:planned'
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    union all
    select {made}, false, m.unit, m.amount
    from read.movement m
    left join lateral read.project_details_of(m.to_project, :asOf, :knownAt) d on true
    where m.flow = 'INVEST'
      and m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone)
      and m.occurred_on between :start and :day
      and m.position <= :knownAt) p
group by p.key, p.planned, p.unit
having sum(p.amount) <> 0
order by p.key collate "C" nulls last, p.planned desc, p.unit
