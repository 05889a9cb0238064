-- What stood in each account when the period began, which has no flow, and what came or went by each flow since: of each
-- zone's own books, and of all of them together.
select e.zone, e.account, nullif(e.flow, '') as flow, sum(e.amount) as amount
from (
    select m.to_zone as zone, m.to_account as account, '' as flow, m.amount
    from read.moved('-infinity', least(:start::date - 1, :day::date), :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.from_zone, m.from_account, '', -m.amount
    from read.moved('-infinity', least(:start::date - 1, :day::date), :knownAt) m
    where m.from_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.to_zone, m.to_account, case m.flow when 'OPENING' then '' else m.flow end, m.amount
    from read.moved(:start, :day, :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.from_zone, m.from_account, case m.flow when 'OPENING' then '' else m.flow end, -m.amount
    from read.moved(:start, :day, :knownAt) m
    where m.from_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))) e
where e.account = any(:accounts)
group by grouping sets ((e.zone, e.account, e.flow), (e.account, e.flow))
having sum(e.amount) <> 0
order by e.zone collate "C" nulls first, array_position(:accounts, e.account), e.flow
