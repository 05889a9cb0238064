-- What moved in a zone and its descendants by each flow; what moved from one of them to another counts once.
select f.flow, f.unit, sum(f.amount) as amount
from (
    select m.flow, m.unit, m.amount
    from read.moved(:start, :day, :knownAt) m
    where m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select m.flow, m.unit, m.amount
    from read.moved(:start, :day, :knownAt) m
    where m.from_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
      and m.to_zone <> all(array(select zone from read.zone_ancestor where ancestor = :zone))) f
where f.flow <> 'OPENING'
group by f.flow, f.unit
having sum(f.amount) <> 0
order by f.flow, f.unit
