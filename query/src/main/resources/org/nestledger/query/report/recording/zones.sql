select z.zone, z.time_zone
from read.zone_designation z
join read.zone_ancestor a on a.zone = z.zone
where a.ancestor = :zone
  and z.position <= :knownAt
order by z.zone collate "C"
