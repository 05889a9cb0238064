select c.zone, c.through, c.occurred_on, c.position, e.recorded_at, e.actor
from read.zone_closing c
join read.event e on e.position = c.position
where c.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and c.occurred_on <= :asOf
  and c.position <= :knownAt
order by c.position
