-- What came to the plans in the period, and what was invested in it.
select null as stage, m.flow = 'PLEDGE' as planned, m.unit, sum(m.amount) as amount
from read.moved(:start, :day, :knownAt) m
where m.flow in ('PLEDGE', 'INVEST')
  and m.to_zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
group by 2, 3
having sum(m.amount) <> 0
order by 2 desc, 3
