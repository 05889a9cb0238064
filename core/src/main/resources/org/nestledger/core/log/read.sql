select e.position, e.recorded_at, e.type, e.record
from log.event e
where e.position > ?
order by e.position
limit ?
