select e.account, sum(e.amount) as projects
from read.entry e
where e.account = any(:accounts)
  and e.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
group by e.account
