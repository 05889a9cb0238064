select coalesce(max(position), 0) as position, max(recorded_at) as recorded_at
from read.event
where position = (select max(position) from read.event where position <= :position)
