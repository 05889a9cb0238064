-- The plans, as of the report's date, of the projects introduced in the period.
select s.ancestor as subject, z.unit, sum(z.amount) as amount
from (
    select i.zone, m.unit, sum(m.amount) as amount
    from read.introduced(:start, :end, :asOf, :knownAt) i
    join read.movement m on m.to_project = i.project
    where i.zone = any(array(select a.zone from read.zone_ancestor a where a.ancestor = any(:subjects)))
      and m.to_account = 'investment:planned'
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by i.zone, m.unit) z
join read.zone_ancestor s on s.zone = z.zone
where s.ancestor = any(:subjects)
group by s.ancestor, z.unit
order by z.unit
