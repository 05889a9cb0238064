select e.position, e.reverses, e.zone, entry.type, entry.actor as recorded_by, e.actor, e.occurred_on, e.recorded_at,
       r.restates, r.reason
from read.event e
cross join lateral (select r.restates, r.reason from read.reversal r where r.position = e.position offset 0) r
cross join lateral (select o.type, o.actor from read.event o where o.position = e.reverses offset 0) entry
where e.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
  and e.reverses is not null
  and e.occurred_on between :start and :day
  and e.position <= :knownAt
order by e.position
