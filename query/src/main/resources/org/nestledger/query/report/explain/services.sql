-- All that happened to a service plan and its services, with its reversals.
with stated as (
    select e.position
    from read.service_entry e
    where e.plan = :id
      and e.position <= :knownAt)
select position from stated
union
select r.position
from read.reversal r
join stated s on s.position = r.reverses
where r.position <= :knownAt
