-- The supplies of which something is left, in the books where their land is, and what their projects did.
select s.zone, p.project, p.name, p.stage, s.supply, s.area - s.rescinded as area, s.supplied_on, s.agreed_delivery,
       s.agreed_start, p.started_on, p.start_reported, s.agreed_completion, p.completed_on, p.completion_reported
from read.supply_at(:asOf, :knownAt) s
join read.project_at(:asOf, :knownAt) p on p.project = s.project
where s.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and s.rescinded < s.area
order by p.project collate "C", s.supplied_on, s.supply collate "C"
