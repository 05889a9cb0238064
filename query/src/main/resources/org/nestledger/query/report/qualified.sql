-- The projects introduced in the period whose enterprise is recognised on the report's date. Those that never named an
-- enterprise that was ever recognised are left out first.
select s.ancestor as subject, 'count' as unit, count(*) as amount
from read.introduced(:start, :end, :asOf, :knownAt) i
join read.zone_ancestor s on s.zone = i.zone
cross join lateral read.project_details_of(i.project, :asOf, :knownAt) d
where s.ancestor = any(:subjects)
  and i.zone = any(array(select a.zone from read.zone_ancestor a where a.ancestor = any(:subjects)))
  and i.project in (
    select named.project
    from read.project_details named
    where named.enterprise in (select q.enterprise from read.qualification q))
  and exists (
    select
    from read.qualification_of(d.enterprise, :asOf, :knownAt) q
    where (q.valid_until is null or q.valid_until >= :asOf))
group by s.ancestor
