-- How many projects came to a stage from another, or from outside, before the period and in it. Opening projects stood
-- there before.
select m.before, m.from_account, m.to_account, sum(m.amount) as projects
from (
    select m.occurred_on < :start or m.flow = 'OPENING' as before, m.from_account, m.to_account, m.amount
    from read.movement m
    where m.to_account = any(:stages)
      and m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone)
      and m.occurred_on <= :day
      and m.position <= :knownAt) m
group by m.before, m.from_account, m.to_account
having sum(m.amount) <> 0
order by m.before, array_position(:stages, m.from_account) nulls first, array_position(:stages, m.to_account)
