select h.position, h.epoch, h.frontier, (select e.recorded_at from log.event e where e.position = h.position)
from log.log_head h
