select zone || '/' || quota_year as id, zone, quota_year as year,
       coalesce(-sum(amount) filter (where account = 'quota:province'), 0) as granted,
       coalesce(sum(amount) filter (where account = 'quota:available'), 0) as available,
       coalesce(sum(amount) filter (where account = 'quota:used'), 0) as used
from read.entry
where quota_year is not null
group by zone, quota_year
