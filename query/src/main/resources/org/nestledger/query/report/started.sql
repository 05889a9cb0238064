-- The projects that started construction. A reversal's movement belongs to the start that it takes back.
select p.subject, 'count' as unit, count(*) as amount
from (
    select s.ancestor as subject, m.to_project
    from read.movement m
    left join read.reversal r on r.position = m.position
    join read.project_entry e on e.position = coalesce(r.reverses, m.position)
    join read.zone_ancestor s on s.zone = m.to_zone
    where s.ancestor = any(:subjects)
      and m.to_zone = any(array(select a.zone from read.zone_ancestor a where a.ancestor = any(:subjects)))
      and m.flow = 'START'
      and e.reported = :reported
      and m.occurred_on between :start and :end
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by s.ancestor, m.to_project
    having sum(m.amount) > 0) p
group by p.subject
