-- How many projects stand at each stage, with the balances of their plans and of what was invested.
with stood as materialized (
    select p.project, p.stage
    from read.stage_within(:zone, :asOf, :knownAt) p)
select a.stage, a.kind, a.unit, sum(a.amount) as amount
from (
    select p.stage, 'projects' as kind, 'count' as unit, 1::numeric as amount
    from stood p
    union all
    select p.stage, case m.to_account when 'investment:planned' then 'planned' else 'made' end, m.unit, m.amount
    from stood p
    join read.movement m on m.to_project = p.project
    where m.to_account in ('investment:planned', 'investment:made')
      and m.occurred_on <= :asOf
      and m.position <= :knownAt) a
group by a.stage, a.kind, a.unit
having sum(a.amount) <> 0
order by a.stage, a.kind, a.unit
