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
    select m.to_zone as zone, m.to_account as account, m.to_quota_year as quota_year, m.amount, m.flow, true as opening
    from read.moved('-infinity', least(:start::date - 1, :day::date), :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.from_zone, m.from_account, m.from_quota_year, -m.amount, m.flow, true
    from read.moved('-infinity', least(:start::date - 1, :day::date), :knownAt) m
    where m.from_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.to_zone, m.to_account, m.to_quota_year, m.amount, m.flow, m.flow = 'OPENING'
    from read.moved(:start, :day, :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.from_zone, m.from_account, m.from_quota_year, -m.amount, m.flow, m.flow = 'OPENING'
    from read.moved(:start, :day, :knownAt) m
    where m.from_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))) e
where e.account in ('quota:available', 'quota:used')
group by grouping sets ((e.zone, e.quota_year), (e.quota_year))
order by e.zone collate "C" nulls first, e.quota_year
