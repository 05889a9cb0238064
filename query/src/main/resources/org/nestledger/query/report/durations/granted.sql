-- The permits that were granted in the period and stand, with the days that they took and what the grants rest on.
select p.permit, p.kind, p.power_zone, p.power, coalesce(p.authority, '') as authority,
       p.granted_on - p.applied_on + 1 as days
from read.permit_at(:asOf, :knownAt) p
where p.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and p.status = 'GRANTED'
  and p.granted_on between :start and :end
order by p.permit collate "C"
