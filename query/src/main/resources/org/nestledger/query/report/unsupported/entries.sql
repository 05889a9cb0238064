select e.position, e.zone, e.type, e.actor, e.occurred_on, e.recorded_at
from read.event e
where e.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
  and e.documents = 0
  and e.occurred_on between :start and :day
  and e.position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position offset 0)
order by e.position
