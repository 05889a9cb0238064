select e.*, r.position as reversed_by
from read.event e
left join read.reversal r on r.reverses = e.position and r.occurred_on <= :asOf and r.position <= :knownAt
where e.position = :position
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
