-- What stood in each account when the period began, which has no flow, and what came or went by each flow since: of each
-- zone's own books, and of all of them together.
select e.zone, e.account, nullif(e.flow, '') as flow, sum(e.amount) as amount
from (
    select s.zone, s.account, s.amount,
           case when m.occurred_on < :start or m.flow = 'OPENING' then '' else m.flow end as flow
    from read.movement m
    cross join lateral (values
        (m.from_zone, m.from_account, -m.amount),
        (m.to_zone, m.to_account, m.amount)) as s (zone, account, amount)
    where (m.from_zone in (select zone from read.zone_ancestor where ancestor = :zone)
           or m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone))
      and m.occurred_on <= :day
      and m.position <= :knownAt) e
where e.account = any(:accounts)
  and e.zone in (select zone from read.zone_ancestor where ancestor = :zone)
group by grouping sets ((e.zone, e.account, e.flow), (e.account, e.flow))
having sum(e.amount) <> 0
order by e.zone collate "C" nulls first, array_position(:accounts, e.account), e.flow
