-- How much moved by one flow.
select s.ancestor as subject, m.unit, sum(m.amount) as amount
from read.movement m
join read.zone_ancestor s on s.zone = m.to_zone
where s.ancestor = any(:subjects)
  and m.flow = :flow
  and m.occurred_on between :start and :end
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
group by s.ancestor, m.unit
