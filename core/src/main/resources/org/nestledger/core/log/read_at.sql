select e.position, e.recorded_at, e.type, e.record
from log.event e
where e.position = any(?) and e.position <= (select position from log.log_head)
order by e.position
