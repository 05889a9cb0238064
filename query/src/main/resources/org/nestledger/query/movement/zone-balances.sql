select e.account, e.quota_year, e.unit, sum(e.amount) as amount
from read.entry e
where e.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
group by e.account, e.quota_year, e.unit
having sum(e.amount) <> 0
order by e.account, e.quota_year, e.unit
