select account, quota_year, unit, sum(amount) as amount
from read.entry
where {owner} = :id
  and occurred_on <= :asOf
  and position <= :knownAt
group by account, quota_year, unit
having sum(amount) <> 0
order by account, quota_year, unit
