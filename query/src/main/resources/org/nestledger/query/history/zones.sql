select position, zone
from read.event
where position = any(:positions::bigint[])
