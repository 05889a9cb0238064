select unit, sum(amount) as amount
from read.entry
where occurred_on <= :asOf
  and position <= :knownAt
group by unit
