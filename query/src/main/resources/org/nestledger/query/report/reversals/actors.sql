-- Of each actor, the entries dated in the period, those of them taken back, and what the actor took back in it.
select e.actor,
       count(*) filter (where e.reverses is null) as recorded,
       count(*) filter (where exists (
           select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position offset 0)) as reversed,
       count(*) filter (where e.reverses is not null) as reversals
from read.event e
where e.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
  and e.occurred_on between :start and :day
  and e.position <= :knownAt
group by e.actor
order by e.actor collate "C" nulls first
