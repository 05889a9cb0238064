-- How much moved by one flow: the sums of months that lie in the period and were wholly known, and single movements of the others.
with kept as materialized (
    select k.to_zone as zone, k.month, k.unit, sum(k.amount) as amount,
           (k.month + interval '1 month')::date - 1 as last_day,
           max(k.last_position) <= :knownAt and k.month >= :start and (k.month + interval '1 month')::date - 1 <= :day as settled
    from read.movement_month k
    where k.flow = :flow
      and k.to_zone = any(array(select a.zone from read.zone_ancestor a where a.ancestor = any(:subjects)))
      and k.month between date_trunc('month', :start::date)::date and :day
      and k.first_position <= :knownAt
    group by k.to_zone, k.month, k.unit)
select s.ancestor as subject, z.unit, sum(z.amount) as amount
from (
    select k.zone, k.unit, k.amount
    from kept k
    where k.settled
    union all
    select k.zone, k.unit, sum(m.amount)
    from kept k
    join read.movement m on m.flow = :flow and m.to_zone = k.zone and m.unit = k.unit
                        and m.occurred_on between k.month and k.last_day
    where not k.settled
      and m.occurred_on between :start and :day
      and m.position <= :knownAt
    group by k.zone, k.unit) z
join read.zone_ancestor s on s.zone = z.zone
where s.ancestor = any(:subjects)
group by s.ancestor, z.unit
