-- How many entries were recorded after how many days.
select (e.recorded_at at time zone z.clock)::date - e.occurred_on as days, count(*) as entries
from (
    select e.zone, e.occurred_on, e.recorded_at
    from read.event e
    where e.zone = any(:zones)
      and e.reverses is null
      and e.occurred_on between :start and :day
      and e.position <= :knownAt
    offset 0) e
join unnest(cast(:zones as text[]), cast(:clocks as text[])) as z (zone, clock) on z.zone = e.zone
group by days
