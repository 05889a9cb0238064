-- Of the plans that were ever agreed in these zones, what stands of each service. All entries of one plan are read, none of others:
-- plan by plan, since the server takes that for dearer than it is and reads those of all plans for many a day.
with asked as (
    select distinct e.plan
    from read.zone_ancestor a
    join read.service_entry e on e.zone = a.zone
    where a.ancestor = :zone),
agreed as (
    select distinct on (e.plan, e.id) e.*
    from asked k
    cross join lateral (
        select e.*
        from read.service_entry e
        where e.plan = k.plan
          and e.kind = 'AGREED'
          and e.occurred_on <= :asOf
          and e.position <= :knownAt
          and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position)
        offset 0) e
    order by e.plan, e.id, e.occurred_on desc, e.position desc)
select s.zone, s.project, s.plan, s.service, s.name, s.occurred_on as agreed_on, s.due_on,
       coalesce(greatest(0, :asOf::date - s.due_on), 0) as days_late
from agreed s
where s.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and not exists (
      select from read.service_entry d
      where d.kind = 'DELIVERED' and d.id = s.id and d.position > s.position
        and d.occurred_on <= :asOf and d.position <= :knownAt
        and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = d.position))
order by days_late desc, s.due_on, s.plan collate "C", s.service collate "C"
