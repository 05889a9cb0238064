select h.position as head, e.position, e.recorded_at, e.type, e.record
from log.log_head h
left join log.event e on e.position > ?
order by e.position
