-- The zones of kind ZONE in the province of a zone.
select distinct peer.zone
from read.zone_ancestor up
join read.zone_designation province on province.zone = up.ancestor and province.kind = 'PROVINCE'
join read.zone_ancestor down on down.ancestor = province.zone
join read.zone_designation peer on peer.zone = down.zone and peer.kind = 'ZONE'
where up.zone = :zone
order by peer.zone
