-- The supplies of which something is left and whose projects have not started, the earliest agreed start first. The supplies of these
-- zones are found first, and only projects that did nothing further are folded. Whether one did is looked for one by one: the server
-- takes that for dearer than it is, and would read the entries of all projects for many a day.
with supplied as materialized (
    select s.*
    from read.zone_ancestor a
    cross join lateral (select * from read.supply_at(:asOf, :knownAt) s where s.zone = a.zone offset 0) s
    where a.ancestor = :zone
      and s.rescinded < s.area
      and not exists (
          select from read.project_entry e
          where e.project = s.project and e.kind in ('BUILDING', 'COMPLETED', 'PRODUCING', 'WITHDRAWN')
            and e.occurred_on <= :asOf and e.position <= :knownAt
            and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position)
          offset 0))
select s.zone, p.project, p.name, s.supply, s.area - s.rescinded as area, s.supplied_on, s.agreed_start,
       p.opening
       and not exists (
           select from read.supply_at(:asOf, :knownAt) other
           where other.project = p.project and other.notice_key is null
           offset 0)
       and not exists (
           select from read.project_entry e
           where e.project = p.project and e.kind <> 'OPENING'
             and e.occurred_on <= :asOf and e.position <= :knownAt
             and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position)
           offset 0)
       as notices_only
from supplied s
cross join lateral (select * from read.project_at(:asOf, :knownAt) p where p.project = s.project offset 0) p
where p.stage = 'INTRODUCED'
order by s.agreed_start, p.project collate "C", s.supply collate "C"
