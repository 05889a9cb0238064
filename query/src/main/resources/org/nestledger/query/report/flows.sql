select m.flow, m.unit, sum(m.amount) as amount
from read.movement m
where (m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
       or m.from_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone)))
  and m.flow <> 'OPENING'
  and m.occurred_on between :start and :end
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
group by m.flow, m.unit
having sum(m.amount) <> 0
order by m.flow, m.unit
