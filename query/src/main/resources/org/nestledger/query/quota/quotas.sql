-- The accounts in which anything stands.
select zone || '/' || quota_year as id, zone, quota_year as year,
       coalesce(-sum(amount) filter (where account = 'quota:province'), 0) as granted,
       coalesce(sum(amount) filter (where account = 'quota:available'), 0) as available,
       coalesce(sum(amount) filter (where account = 'quota:used'), 0) as used
from read.entry e
where quota_year is not null
  and occurred_on <= :asOf
  and position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position)
  and not exists (select from read.reversal r where r.position = e.position)
group by zone, quota_year
