-- How much moved by each of some flows in one zone and its descendants.
select :zone as subject, m.flow, m.unit, sum(m.amount) as amount
from read.moved(:start, :day, :knownAt) m
where m.flow in ({flows})
  and m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
group by m.flow, m.unit
