select e.position, e.recorded_at, e.type, e.record
from log.event e
where e.position = any(?)
order by e.position
