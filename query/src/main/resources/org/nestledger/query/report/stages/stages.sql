-- How many projects stand at each stage, with the balances of their plans and of what was invested.
select p.stage, a.kind, a.unit, sum(a.amount) as amount
from read.project_at(:asOf, :knownAt) p
cross join lateral (
    select 'projects' as kind, 'count' as unit, 1::numeric as amount
    union all
    select case m.to_account when 'investment:planned' then 'planned' else 'made' end, m.unit, sum(m.amount)
    from read.movement m
    where m.to_project = p.project
      and m.to_account in ('investment:planned', 'investment:made')
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by 1, 2) a
where p.zone in (select zone from read.zone_ancestor where ancestor = :zone)
group by p.stage, a.kind, a.unit
having sum(a.amount) <> 0
order by p.stage, a.kind, a.unit
