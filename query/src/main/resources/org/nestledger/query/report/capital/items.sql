-- The items of each zone's own books, and of all of them together. A sum of items is one too. What is only reversed
-- entries with their reversals is none.
select m.to_zone as zone, i.item, m.unit,
       coalesce(sum(i.sign * m.amount) filter (where m.occurred_on between :start and :end), 0) as in_period,
       sum(i.sign * m.amount) as to_date
from read.movement m
join (values
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
    (14, 'LAND_BANK', 'REFUND', null, -1)) as i (nr, item, flow, source, sign)
    on i.flow = m.flow and coalesce(i.source = m.from_account, true)
where m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
group by grouping sets ((i.nr, i.item, m.unit, m.to_zone), (i.nr, i.item, m.unit))
having sum(i.sign * m.amount) <> 0
    or sum(i.sign * m.amount) filter (where m.occurred_on between :start and :end) <> 0
    or bool_or(not exists (
        select
        from read.reversal r
        where r.position = m.position
           or r.reverses = m.position and r.occurred_on <= :asOf and r.position <= :knownAt))
order by m.to_zone collate "C" nulls first, m.unit, i.nr
