-- The investment and the land of the projects supplied in the period. A project whose plan is not known is left out of
-- what is planned, and one that neither plans nor has invested in a currency out of that currency.
select i.item, p.unit, count(*) as projects, sum(i.amount) as amount, sum(p.land) as land
from (
    select s.project, s.land, m.unit,
           coalesce(sum(m.amount) filter (where m.to_account = 'investment:planned'), 0) as planned,
           coalesce(sum(m.amount) filter (where m.to_account = 'investment:made'), 0) as made
    from (
        select m.to_project as project,
               sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) as land
        from read.movement m
        where m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone)
          and m.flow in ('SUPPLY', 'RESCIND')
          and m.occurred_on <= :asOf
          and m.position <= :knownAt
        group by m.to_project
        having sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) > 0
           and sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end)
                   filter (where m.occurred_on between :start and :end) > 0) s
    join read.movement m on m.to_project = s.project
    where m.to_account in ('investment:planned', 'investment:made')
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
    group by s.project, s.land, m.unit) p
cross join lateral (values (1, 'planned', p.planned), (2, 'made', p.made)) as i (nr, item, amount)
where i.item = 'made' and (p.planned > 0 or p.made > 0)
   or i.item = 'planned' and p.planned > 0
group by i.nr, i.item, p.unit
having sum(i.amount) > 0
order by i.nr, p.unit
