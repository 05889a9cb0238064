-- By type and actor, the entries of a period that stand, and those of them without a document.
select e.type, e.actor, count(*) as entries, count(*) filter (where e.documents = 0) as unsupported
from read.event e
where e.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
  and e.occurred_on between :start and :day
  and e.position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position offset 0)
group by e.type, e.actor
having count(*) filter (where e.documents = 0) > 0
order by e.type collate "C", e.actor collate "C" nulls first
