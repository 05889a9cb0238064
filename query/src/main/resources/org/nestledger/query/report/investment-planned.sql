-- The plans, as of the report's date, of the projects introduced in the period.
select s.ancestor as subject, m.unit, sum(m.amount) as amount
from read.introduced(:start, :end, :asOf, :knownAt) i
join read.zone_ancestor s on s.zone = i.zone
join read.movement m on m.to_project = i.project
where s.ancestor = any(:subjects)
  and m.to_account = 'investment:planned'
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
group by s.ancestor, m.unit
order by m.unit
