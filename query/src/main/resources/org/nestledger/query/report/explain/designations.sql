-- The designations of some zones and of all above them.
select z.position
from read.zone_designation z
where z.zone in (select ancestor from read.zone_ancestor where zone = any(:zones))
  and z.position <= :knownAt
