-- The entries of the zones that are dated in the period, and what takes them back.
with stated as (
    select e.position
    from read.event e
    where e.zone = any(:zones)
      and e.occurred_on between :start and :end
      and e.occurred_on <= :asOf
      and e.position <= :knownAt)
select position from stated
union
select r.position
from read.reversal r
join stated s on s.position = r.reverses
where r.position <= :knownAt
