select a.account, a.quota_year, a.unit, sum(a.amount) as amount
from read.zone_amounts(array(select zone from read.zone_ancestor where ancestor = :zone), :asOf, :knownAt) a
group by a.account, a.quota_year, a.unit
having sum(a.amount) <> 0
order by a.account, a.quota_year, a.unit
