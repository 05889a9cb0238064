-- What the projects supplied in the period got of the land that they state to need; those that state none are left out.
select p.subject, sum(p.supplied) as part, sum(d.land_need) as whole
from (
    select s.ancestor as subject, m.to_project as project,
           sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) as supplied
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
cross join lateral read.project_details_of(p.project, :asOf, :knownAt) d
where d.land_need > 0
group by p.subject
