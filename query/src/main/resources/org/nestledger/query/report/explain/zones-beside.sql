-- The zones that the place of one zone among those of its province depends on.
select distinct down.zone
from read.zone_ancestor up
join read.zone_designation province on province.zone = up.ancestor and province.kind = 'PROVINCE'
join read.zone_ancestor down on down.ancestor = province.zone
where up.zone = :subject
