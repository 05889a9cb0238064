-- The days that the projects of a zone, and the others of their cities, took to get the four certificates. A permit of
-- one kind that was granted twice counts from its first grant that stands. What became of plain projects is kept; of others
-- the steps are folded, and only those that were granted something in the period can have been granted the last of the four in it.
with nearest as materialized (
    select distinct on (a.zone) a.zone, a.ancestor as city
    from read.zone_designation d
    join read.zone_ancestor a on a.ancestor = d.zone
    where d.kind = 'CITY'
    order by a.zone, cardinality(d.ancestors) desc),
beside as (
    select z.zone, c.city,
           z.zone in (select a.zone from read.zone_ancestor a where a.ancestor = :zone) as within
    from read.zone_designation z
    left join nearest c on c.zone = z.zone
    where z.zone in (select a.zone from read.zone_ancestor a where a.ancestor = :zone)
       or c.city in (select a.ancestor from read.zone_ancestor a where a.zone = :zone)
       or c.city in (select a.zone from read.zone_ancestor a where a.ancestor = :zone)),
settled as (
    select c.project, b.city, b.within, c.days
    from beside b
    join read.certification c on c.zone = b.zone
    where c.plain
      and c.zone = any(array(select n.zone from beside n))
      and c.granted_on between :start and :end
      and c.stands_on <= :asOf
      and c.known_from <= :knownAt),
candidate as (
    select distinct c.project
    from read.certification c
    join read.permit_entry e on e.project = c.project
    join beside b on b.zone = e.zone
    where not c.plain
      and (c.zone is null or c.zone in (select b.zone from beside b))
      and e.status = 'GRANTED'
      and e.kind = any(:kinds)
      and e.occurred_on between :start and :end
      and e.occurred_on <= :asOf
      and e.position <= :knownAt),
granted as (
    select c.project, p.kind,
           min(p.granted_on) filter (where p.status = 'GRANTED') as granted_on,
           min(p.applied_on) filter (where p.status <> 'REFUSED') as applied_on
    from candidate c
    cross join lateral (select distinct e.permit from read.permit_entry e where e.project = c.project) e
    cross join lateral (
        select * from read.permit_at(:asOf, :knownAt) p where p.permit = e.permit offset 0) p
    where p.project = c.project
      and p.kind = any(:kinds)
    group by c.project, p.kind)
select s.project, s.city, s.within, s.days from settled s
union all
select i.project, b.city, b.within, max(k.granted_on) - min(k.applied_on) + 1 as days
from granted k
join read.project_entry i on i.project = k.project and i.kind in ('OPENING', 'INTRODUCED')
join beside b on b.zone = i.zone
where i.occurred_on <= :asOf
  and i.position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = i.position)
group by i.project, b.city, b.within
having count(k.granted_on) = cardinality(:kinds)
   and max(k.granted_on) between :start and :end
order by project
