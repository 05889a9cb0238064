-- The first movements recorded after one position and up to another: of the entries that are named and, if so asked, of a zone
-- and a period.
select e.position, e.type, e.zone, m.flow, m.from_account, m.to_account, m.amount, m.unit, e.occurred_on, e.recorded_at,
       e.actor, e.reverses
from read.event e
left join read.movement m on m.position = e.position
where e.position > :from
  and e.position <= :knownAt
  and (e.position = any(:causes)
       or :all and m.occurred_on between :start and :end
          and m.occurred_on <= :asOf
          and (m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone)
               or m.from_zone in (select zone from read.zone_ancestor where ancestor = :zone)))
order by e.position, m.line
limit :limit
