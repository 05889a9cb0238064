select e.position, e.zone, e.type, e.actor, e.occurred_on, e.recorded_at
from read.event e
where e.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and e.documents = 0
  and e.occurred_on between :start and :end
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position)
order by e.position
