-- The supplies of which something is left and whose projects have not started, the earliest agreed start first.
select s.zone, p.project, p.name, s.supply, s.area - s.rescinded as area, s.supplied_on, s.agreed_start,
       p.opening
       and not exists (
           select from read.supply_at(:asOf, :knownAt) other
           where other.project = p.project and other.notice_key is null)
       and not exists (
           select from read.project_entry e
           where e.project = p.project and e.kind <> 'OPENING'
             and e.occurred_on <= :asOf and e.position <= :knownAt
             and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position))
       as notices_only
from read.supply_at(:asOf, :knownAt) s
join read.project_at(:asOf, :knownAt) p on p.project = s.project
where s.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and s.rescinded < s.area
  and p.stage = 'INTRODUCED'
order by s.agreed_start, p.project collate "C", s.supply collate "C"
