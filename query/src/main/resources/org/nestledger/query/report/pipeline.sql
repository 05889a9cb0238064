select a.account, sum(a.amount) as projects
from read.zone_amounts(array(select zone from read.zone_ancestor where ancestor = :zone), :asOf, :knownAt) a
where a.account = any(:accounts)
group by a.account
