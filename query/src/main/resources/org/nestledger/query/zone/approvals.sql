select matters
from read.zone_approval
where zone = :zone
  and occurred_on <= :asOf
  and position <= :knownAt
order by occurred_on desc, position desc
limit 1
