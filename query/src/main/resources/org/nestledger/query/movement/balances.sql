select account, quota_year, unit, sum(amount) as amount
from read.entry
where {owner} = :id
group by account, quota_year, unit
having sum(amount) <> 0
order by account, quota_year, unit
