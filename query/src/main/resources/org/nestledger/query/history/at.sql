select e.*, r.position as reversed_by
from read.event e
left join read.reversal r on r.reverses = e.position
where e.position = :position
