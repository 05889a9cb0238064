-- A supply, its rescissions, the steps of its project, and what takes any of them back.
with contract as (
    select c.position, c.project
    from read.supply_contract c
    where c.supply = :id),
entry as (
    select position from contract
    union
    select b.position from read.supply_rescission b where b.supply = :id
    union
    select e.position from read.project_entry e where e.project in (select project from contract))
select position from entry where position <= :knownAt
union
select r.position
from read.reversal r
join entry e on e.position = r.reverses
where r.position <= :knownAt
