-- What came to some accounts of the zones or left them, and what moved to the zones or from them by some flows.
select distinct m.position
from read.movement m
where (m.from_account = any(:accounts) and m.from_zone = any(:zones)
       or m.to_account = any(:accounts) and m.to_zone = any(:zones)
       or m.flow = any(:flows) and (m.to_zone = any(:zones) or m.from_zone = any(:zones)))
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
