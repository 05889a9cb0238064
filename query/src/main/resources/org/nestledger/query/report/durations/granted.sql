-- The permits that were granted in the period and stand, with the days that they took and what the grants rest on. A grant
-- after which nothing of its permit stands says all of it: folding the steps of permits would read those of every zone.
select g.permit, g.kind, g.power_zone, g.power, coalesce(g.authority, '') as authority,
       g.occurred_on - g.applied_on + 1 as days
from read.permit_entry g
where g.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
  and g.status = 'GRANTED'
  and g.occurred_on between :start and :day
  and g.position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = g.position offset 0)
  and not exists (
    select
    from read.permit_entry later
    where later.permit = g.permit
      and (later.occurred_on, later.position) > (g.occurred_on, g.position)
      and later.occurred_on <= :asOf
      and later.position <= :knownAt
      and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = later.position offset 0)
    offset 0)
order by g.permit collate "C"
