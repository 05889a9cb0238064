-- The zone that a zone or a project is in.
select zone
from read.zone_designation
where :kind = 'zone' and zone = :subject and position <= :knownAt
union all
select zone
from read.project_at(:asOf, :knownAt)
where :kind = 'project' and project = :subject
