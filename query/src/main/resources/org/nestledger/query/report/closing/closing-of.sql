-- The closing that closed a zone's period, whenever it says that it was done.
select c.zone, c.through, c.occurred_on, c.position, e.recorded_at, e.actor
from read.zone_closing c
join read.event e on e.position = c.position
where c.zone = :zone
  and c.through >= :end
  and c.position <= :knownAt
order by c.position
limit 1
