-- The projects introduced in the period by what they have in common, with their plans per currency.
select p.key, p.unit, sum(p.amount) as amount
from (
    select {key} as key, 'count' as unit, 1 as amount
    from read.introduced(:start, :end, :asOf, :knownAt) i
    cross join lateral read.project_details_of(i.project, :asOf, :knownAt) d
    where i.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
    union all
    select {key}, m.unit, m.amount
    from read.introduced(:start, :end, :asOf, :knownAt) i
    cross join lateral read.project_details_of(i.project, :asOf, :knownAt) d
    join read.movement m on m.to_project = i.project
    where i.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))
      and m.to_account = 'investment:planned'
      and m.occurred_on <= :asOf
      and m.position <= :knownAt) p
group by p.key, p.unit
having sum(p.amount) <> 0
order by p.key collate "C" nulls last, p.unit = 'count' desc, p.unit
