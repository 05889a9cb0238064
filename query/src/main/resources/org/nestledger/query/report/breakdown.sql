-- The projects introduced in the period by what they have in common, with their plans per currency.
with introduced as (
    select i.project, d.industry, d.origin, to_char(i.introduced_on, 'YYYY-MM') as month
    from read.introduced(:start, :end, :asOf, :knownAt) i
    cross join lateral read.project_details_of(i.project, :asOf, :knownAt) d
    where i.zone = any(array(select zone from read.zone_ancestor where ancestor = :zone))),
part as (
    select i.industry, i.origin, i.month, 'count' as unit, 1 as amount
    from introduced i
    union all
    select i.industry, i.origin, i.month, m.unit, m.amount
    from introduced i
    join read.movement m on m.to_project = i.project
    where m.to_account = 'investment:planned'
      and m.occurred_on <= :asOf
      and m.position <= :knownAt),
total as (
    select case grouping(p.industry, p.origin, p.month) when 3 then 'industry' when 5 then 'origin' else 'month' end as by,
           case grouping(p.industry, p.origin, p.month) when 3 then p.industry when 5 then p.origin else p.month end as key,
           p.unit, sum(p.amount) as amount
    from part p
    group by grouping sets ((p.industry, p.unit), (p.origin, p.unit), (p.month, p.unit))
    having sum(p.amount) <> 0)
select t.by, t.key, t.unit, t.amount
from total t
order by t.by, t.key collate "C" nulls last, t.unit = 'count' desc, t.unit
