select e.account, nullif(e.quota_year, 0) as quota_year, e.unit, sum(e.amount) as amount
from (
    select m.to_account as account, m.to_quota_year as quota_year, m.unit, m.amount
    from read.moved('-infinity', :asOf, :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.from_account, m.from_quota_year, m.unit, -m.amount
    from read.moved('-infinity', :asOf, :knownAt) m
    where m.from_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))) e
group by e.account, e.quota_year, e.unit
having sum(e.amount) <> 0
order by e.account, nullif(e.quota_year, 0), e.unit
