-- The supplies of which something is left, in the books where their land is, and what their projects did. The supplies of these zones
-- are found first, and only their projects are folded.
with supplied as materialized (
    select s.*
    from read.zone_ancestor a
    cross join lateral (select * from read.supply_at(:asOf, :knownAt) s where s.zone = a.zone offset 0) s
    where a.ancestor = :zone
      and s.rescinded < s.area)
select s.zone, p.project, p.name, p.stage, s.supply, s.area - s.rescinded as area, s.supplied_on, s.agreed_delivery,
       s.agreed_start, p.started_on, p.start_reported, s.agreed_completion, p.completed_on, p.completion_reported
from supplied s
cross join lateral (select * from read.project_at(:asOf, :knownAt) p where p.project = s.project offset 0) p
order by p.project collate "C", s.supplied_on, s.supply collate "C"
