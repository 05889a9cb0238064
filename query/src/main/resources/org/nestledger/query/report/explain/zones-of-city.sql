-- The zones of the cities that a project is in.
select distinct down.zone
from read.project_entry p
join read.zone_ancestor up on up.zone = p.zone
join read.zone_designation city on city.zone = up.ancestor and city.kind = 'CITY'
join read.zone_ancestor down on down.ancestor = city.zone
where p.project = :subject
