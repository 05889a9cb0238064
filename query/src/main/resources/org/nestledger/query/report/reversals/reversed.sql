select e.position, e.reverses, e.zone, entry.type, entry.actor as recorded_by, e.actor, e.occurred_on, e.recorded_at,
       r.restates, r.reason
from read.event e
join read.reversal r on r.position = e.position
join read.event entry on entry.position = e.reverses
where e.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and e.occurred_on between :start and :end
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
order by e.position
