-- The plans of the projects at each stage, and what was invested in them.
with stood as materialized (
    select p.project, p.stage
    from read.stage_within(:zone, :day, :knownAt) p)
select p.stage, m.to_account = 'investment:planned' as planned, m.unit, sum(m.amount) as amount
from stood p
join read.movement m on m.to_project = p.project
where m.to_account in ('investment:planned', 'investment:made')
  and m.occurred_on <= :day
  and m.position <= :knownAt
group by 1, 2, 3
having sum(m.amount) <> 0
order by 2 desc, 3
