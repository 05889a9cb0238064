-- How much moved by each of some flows in each of many zones and its descendants. All zones' sums and movements are read by flow and
-- day: to look for each zone's takes longer. Where a sum of a flow and time was known in part, all that moved by it then, in all
-- zones, is added up instead: what of it is not wanted would be read as well.
with kept as materialized (
    select k.flow, k.months, k.since, k.to_zone, k.unit, k.amount, k.last_position > :knownAt as in_part
    from read.movement_sum k
    where k.flow in ({flows})
      and read.is_whole(k.months, k.since, :start, :day)
      and k.first_position <= :knownAt),
in_part as materialized (
    select distinct k.flow, k.months, k.since
    from kept k
    where k.in_part)
select s.ancestor as subject, f.flow, f.unit, sum(f.amount) as amount
from (
    select k.to_zone, k.flow, k.unit, k.amount
    from kept k
    where (k.flow, k.months, k.since) not in (select p.flow, p.months, p.since from in_part p)
    union all
    select m.to_zone, m.flow, m.unit, m.amount::numeric
    from in_part p
    cross join lateral (
        select m.flow, m.to_zone, m.unit, m.amount
        from read.movement m
        where m.flow in ({flows})
          and m.flow = p.flow
          and m.occurred_on >= p.since
          and m.occurred_on < (p.since::timestamp + make_interval(months => p.months))::date
          and m.position <= :knownAt
        offset 0) m
    union all
    select m.to_zone, m.flow, m.unit, m.amount
    from read.moved_beside(:start, :day, :knownAt) m
    where m.flow in ({flows})) f
join read.zone_ancestor s on s.zone = f.to_zone
where s.ancestor = any(:subjects)
group by s.ancestor, f.flow, f.unit
