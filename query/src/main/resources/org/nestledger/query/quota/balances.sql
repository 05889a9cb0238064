select account, sum(amount) as amount
from read.entry
where zone = :zone
  and quota_year = :year
  and occurred_on <= :asOf
  and position <= :knownAt
group by account
having sum(amount) <> 0
order by account
