-- The reversals recorded after a closing that correct the closed period or what was before it, on a day of their own.
select r.position, entry.occurred_on
from read.reversal r
join read.event entry on entry.position = r.reverses
where r.restates is not null
  and r.position > :closed
  and r.position <= :knownAt
  and r.occurred_on > :end
  and entry.occurred_on <= :end
order by r.position
