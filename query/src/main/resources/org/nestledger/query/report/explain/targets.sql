-- The targets of a zone, with their reversals.
with stated as (
    select t.position
    from read.zone_target t
    where t.zone = :subject
      and t.position <= :knownAt)
select position from stated
union
select r.position
from read.reversal r
join stated s on s.position = r.reverses
where r.position <= :knownAt
