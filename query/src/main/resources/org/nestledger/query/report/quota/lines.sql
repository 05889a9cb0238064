-- What came to and left the quota of each year: of each zone's own, and of all of them together.
select e.zone, e.quota_year,
       coalesce(sum(e.amount) filter (where e.account = 'quota:available' and e.opening), 0) as opening,
       coalesce(sum(e.amount) filter (where e.flow = 'QUOTA_GRANT' and not e.opening), 0) as granted,
       coalesce(sum(e.amount) filter (where e.flow = 'QUOTA_ALLOCATE' and not e.opening), 0) as allocated,
       coalesce(sum(-e.amount) filter (
           where e.flow = 'QUOTA_USE' and e.account = 'quota:available' and not e.opening), 0) as used,
       coalesce(sum(-e.amount) filter (where e.flow = 'QUOTA_LAPSE' and not e.opening), 0) as lapsed,
       coalesce(sum(-e.amount) filter (where e.flow = 'QUOTA_REVOKE' and not e.opening), 0) as revoked,
       coalesce(sum(e.amount) filter (where e.account = 'quota:available'), 0) as available,
       coalesce(sum(e.amount) filter (where e.account = 'quota:used'), 0) as used_to_date
from (
    select s.zone, s.account, s.quota_year, s.amount, m.flow,
           m.occurred_on < :start or m.flow = 'OPENING' as opening
    from read.movement m
    cross join lateral (values
        (m.from_zone, m.from_account, m.from_quota_year, -m.amount),
        (m.to_zone, m.to_account, m.to_quota_year, m.amount)) as s (zone, account, quota_year, amount)
    where (m.from_zone in (select zone from read.zone_ancestor where ancestor = :zone)
           or m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone))
      and m.occurred_on <= :day
      and m.position <= :knownAt) e
where e.account in ('quota:available', 'quota:used')
  and e.zone in (select zone from read.zone_ancestor where ancestor = :zone)
group by grouping sets ((e.zone, e.quota_year), (e.quota_year))
order by e.zone collate "C" nulls first, e.quota_year
