-- The reversals that were recorded after one position and up to another, of some entries.
select r.position
from read.reversal r
where r.reverses = any(:reversed)
  and r.position > :from
  and r.position <= :knownAt
  and r.occurred_on <= :asOf
