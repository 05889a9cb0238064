select e.position, e.zone, e.type, e.actor, e.occurred_on,
       (e.recorded_at at time zone z.clock)::date as recorded_on,
       (e.recorded_at at time zone z.clock)::date - e.occurred_on as days
from read.event e
join unnest(cast(:zones as text[]), cast(:clocks as text[])) as z (zone, clock) on z.zone = e.zone
where e.reverses is null
  and e.occurred_on between :start and :end
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
order by days desc, e.position
limit :limit
