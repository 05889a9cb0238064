-- The projects introduced in the period whose enterprise is recognised on the report's date. Those that never named an
-- enterprise that was ever recognised are left out first.
select s.ancestor as subject, 'count' as unit, count(*) as amount
from (
    select m.to_project as project, m.to_zone as zone
    from read.movement m
    where m.flow = 'INTRODUCE'
      and m.occurred_on between :start and :day
      and m.position <= :knownAt
      and m.to_project in (
        select named.project
        from read.project_details named
        where named.enterprise in (select q.enterprise from read.qualification q))
    group by m.to_project, m.to_zone
    having sum(m.amount) > 0) i
join read.zone_ancestor s on s.zone = i.zone
cross join lateral read.project_details_of(i.project, :asOf, :knownAt) d
where s.ancestor = any(:subjects)
  and exists (
    select
    from read.qualification_of(d.enterprise, :asOf, :knownAt) q
    where (q.valid_until is null or q.valid_until >= :asOf))
group by s.ancestor
