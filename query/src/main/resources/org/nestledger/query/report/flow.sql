-- How much moved by one flow.
select s.ancestor as subject, z.unit, sum(z.amount) as amount
from (
    select m.to_zone as zone, m.unit, sum(m.amount) as amount
    from read.movement m
    where m.flow = :flow
      and m.to_zone = any(array(select a.zone from read.zone_ancestor a where a.ancestor = any(:subjects)))
      and m.occurred_on between :start and :end
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by m.to_zone, m.unit) z
join read.zone_ancestor s on s.zone = z.zone
where s.ancestor = any(:subjects)
group by s.ancestor, z.unit
