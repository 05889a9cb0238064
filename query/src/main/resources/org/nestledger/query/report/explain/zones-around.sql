-- The zones below whatever a zone is in: all that it is compared with.
select distinct down.zone
from read.zone_ancestor up
join read.zone_ancestor down on down.ancestor = up.ancestor
where up.zone = :subject
