-- What changed the plans of the projects that some flows moved in the period.
select p.position
from read.movement p
where p.to_account = 'investment:planned'
  and p.to_project in (
    select m.to_project
    from read.movement m
    where m.flow = any(:flows)
      and m.to_zone = any(:zones)
      and m.occurred_on between :start and :end
      and m.occurred_on <= :asOf
      and m.position <= :knownAt)
  and p.occurred_on <= :asOf
  and p.position <= :knownAt
