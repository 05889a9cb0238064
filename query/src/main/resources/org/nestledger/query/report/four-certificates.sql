-- The days that the projects of a zone, and the others of their cities, took to get the four certificates. A permit of
-- one kind that was granted twice counts from its first grant that stands.
select i.project, c.city, exists (
           select from read.zone_ancestor a where a.zone = i.zone and a.ancestor = :zone) as within,
       max(k.granted_on) - min(k.applied_on) + 1 as days
from (
    select p.project, p.kind,
           min(p.granted_on) filter (where p.status = 'GRANTED') as granted_on,
           min(p.applied_on) filter (where p.status <> 'REFUSED') as applied_on
    from read.permit_at(:asOf, :knownAt) p
    where p.kind = any(:kinds)
    group by p.project, p.kind) k
join read.project_at(:asOf, :knownAt) i on i.project = k.project
left join lateral (
    select a.ancestor as city
    from read.zone_ancestor a
    join read.zone_designation z on z.zone = a.ancestor and z.kind = 'CITY'
    where a.zone = i.zone
    order by cardinality(z.ancestors) desc
    limit 1) c on true
where i.zone in (select zone from read.zone_ancestor where ancestor = :zone)
   or c.city in (select ancestor from read.zone_ancestor where zone = :zone)
   or c.city in (select zone from read.zone_ancestor where ancestor = :zone)
group by i.project, i.zone, c.city
having count(k.granted_on) = cardinality(:kinds)
   and max(k.granted_on) between :start and :end
order by i.project
