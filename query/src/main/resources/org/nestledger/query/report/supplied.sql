-- The projects that were supplied with more land in the period than was taken back from them.
select p.subject, 'count' as unit, count(*) as amount
from (
    select s.ancestor as subject, m.to_project
    from read.movement m
    join read.zone_ancestor s on s.zone = m.to_zone
    where s.ancestor = any(:subjects)
      and m.to_zone = any(array(select a.zone from read.zone_ancestor a where a.ancestor = any(:subjects)))
      and m.flow in ('SUPPLY', 'RESCIND')
      and m.occurred_on between :start and :end
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by s.ancestor, m.to_project
    having sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) > 0) p
group by p.subject
