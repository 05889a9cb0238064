-- The items of each zone's own books, and of all of them together. A sum of items is one too. What is only reversed
-- entries with their reversals is none: that is looked at where nothing is left.
with item (nr, item, flow, source, sign) as (
    values
        (1, 'FUNDING_CAPITAL', 'FUNDING', 'funding:capital', 1),
        (2, 'FUNDING_BOND', 'FUNDING', 'funding:bond', 1),
        (3, 'FUNDING_LOAN', 'FUNDING', 'funding:loan', 1),
        (4, 'FUNDING_FISCAL_RETURN', 'FUNDING', 'funding:fiscal-return', 1),
        (5, 'COST_ACQUISITION', 'COST_ACQUISITION', null, 1),
        (6, 'COST_SERVICING', 'COST_SERVICING', null, 1),
        (7, 'SPENT', 'COST_ACQUISITION', null, 1),
        (7, 'SPENT', 'COST_SERVICING', null, 1),
        (8, 'PRICE', 'PRICE', null, 1),
        (9, 'PRICE_REDUCTION', 'PRICE_RESCIND', null, 1),
        (10, 'PAYMENT', 'PAYMENT', null, 1),
        (11, 'REFUND', 'REFUND', null, 1),
        (12, 'CAME_BACK', 'PAYMENT', null, 1),
        (12, 'CAME_BACK', 'REFUND', null, -1),
        (13, 'RECEIVABLE', 'PRICE', null, 1),
        (13, 'RECEIVABLE', 'PRICE_RESCIND', null, -1),
        (13, 'RECEIVABLE', 'PAYMENT', null, -1),
        (13, 'RECEIVABLE', 'REFUND', null, 1),
        (14, 'LAND_BANK', 'FUNDING', null, 1),
        (14, 'LAND_BANK', 'COST_ACQUISITION', null, -1),
        (14, 'LAND_BANK', 'COST_SERVICING', null, -1),
        (14, 'LAND_BANK', 'PAYMENT', null, 1),
        (14, 'LAND_BANK', 'REFUND', null, -1)),
moved as (
    select m.to_zone, m.flow, m.unit, m.from_account, m.amount, false as in_period
    from read.moved('-infinity', least(:start::date - 1, :asOf::date), :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.to_zone, m.flow, m.unit, m.from_account, m.amount, true
    from read.moved(:start, :day, :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.to_zone, m.flow, m.unit, m.from_account, m.amount, false
    from read.moved(:end::date + 1, :asOf, :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))),
line as (
    select m.to_zone as zone, i.nr, i.item, m.unit,
           coalesce(sum(i.sign * m.amount) filter (where m.in_period), 0) as in_period,
           sum(i.sign * m.amount) as to_date
    from moved m
    join item i on i.flow = m.flow and coalesce(i.source = m.from_account, true)
    group by grouping sets ((i.nr, i.item, m.unit, m.to_zone), (i.nr, i.item, m.unit)))
select l.zone, l.item, l.unit, l.in_period, l.to_date
from line l
where l.to_date <> 0
   or l.in_period <> 0
   or exists (
       select
       from item i
       join read.movement m on m.flow = i.flow and coalesce(i.source = m.from_account, true)
       where i.nr = l.nr
         and m.unit = l.unit
         and m.to_zone = any(case when l.zone is null
             then array(select zone from read.zone_ancestor where ancestor = :zone)
             else array[l.zone] end)
         and m.occurred_on <= :asOf
         and m.position <= :knownAt
         and not exists (
             select
             from read.reversal r
             where r.position = m.position
                or r.reverses = m.position and r.occurred_on <= :asOf and r.position <= :knownAt))
order by l.zone collate "C" nulls first, l.unit, l.nr
