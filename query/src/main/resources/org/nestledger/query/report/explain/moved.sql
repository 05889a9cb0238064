-- What moved in the period by some flows.
select distinct m.position
from read.movement m
where m.flow = any(:flows)
  and m.to_zone = any(:zones)
  and m.occurred_on between :start and :end
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
