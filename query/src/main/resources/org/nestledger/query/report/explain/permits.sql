-- All that happened to the permits of the zones, with its reversals.
with stated as (
    select e.position
    from read.permit_entry e
    where e.zone = any(:zones)
      and e.position <= :knownAt)
select position from stated
union
select r.position
from read.reversal r
join stated s on s.position = r.reverses
where r.position <= :knownAt
