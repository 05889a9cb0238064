select e.*, r.position as reversed_by
from read.event_entity x
join read.event e on e.position = x.position
left join read.reversal r on r.reverses = e.position
where x.kind = :kind
  and x.id = :id
  and x.position < :before
order by x.position desc
limit :limit
