-- The days of a record in two time zones are at most one apart: most entries are left out before their zone's clock is asked.
select l.position, l.zone, l.type, l.actor, l.occurred_on, l.occurred_on + l.days as recorded_on, l.days
from (
    select e.position, e.zone, e.type, e.actor, e.occurred_on,
           (e.recorded_at at time zone z.clock)::date - e.occurred_on as days
    from (
        select e.position, e.zone, e.type, e.actor, e.occurred_on, e.recorded_at
        from read.event e
        where e.zone = any(:zones)
          and e.reverses is null
          and e.occurred_on between :start and :day
          and e.position <= :knownAt
          and (e.recorded_at at time zone 'UTC')::date - e.occurred_on >= :fewest - 1
        offset 0) e
    join unnest(cast(:zones as text[]), cast(:clocks as text[])) as z (zone, clock) on z.zone = e.zone
    order by days desc, e.position
    limit :limit) l
order by l.days desc, l.position
