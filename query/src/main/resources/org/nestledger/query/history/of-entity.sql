select e.*, r.position as reversed_by
from read.event_entity x
join read.event e on e.position = x.position
left join read.reversal r on r.reverses = e.position and r.occurred_on <= :asOf and r.position <= :knownAt
where x.kind = :kind
  and x.id = :id
  and x.position < :before
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
order by x.position desc
limit :limit
