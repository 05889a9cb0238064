-- How many entries were recorded after how many days.
select (e.recorded_at at time zone z.clock)::date - e.occurred_on as days, count(*) as entries
from read.event e
join unnest(cast(:zones as text[]), cast(:clocks as text[])) as z (zone, clock) on z.zone = e.zone
where e.reverses is null
  and e.occurred_on between :start and :end
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
group by days
