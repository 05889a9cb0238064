-- How many projects came to a stage from another, or from outside, before the period and in it. Opening projects stood
-- there before.
select m.before, m.from_account, m.to_account, sum(m.amount) as projects
from (
    select true as before, m.from_account, m.to_account, m.amount
    from read.moved(date '0001-01-01', least(:start::date - 1, :day::date), :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
      and m.to_account = any(:stages)
    union all
    select m.flow = 'OPENING', m.from_account, m.to_account, m.amount
    from read.moved(:start::date, :day::date, :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
      and m.to_account = any(:stages)) m
group by m.before, m.from_account, m.to_account
having sum(m.amount) <> 0
order by m.before, array_position(:stages, m.from_account) nulls first, array_position(:stages, m.to_account)
