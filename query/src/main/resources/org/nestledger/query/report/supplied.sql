-- The projects that were supplied with more land in the period than was taken back from them. Those that were supplied from one
-- zone, in the period only and as known wholly, are counted by their sums; movements are added up of the others.
with other as (
    select p.project
    from read.supplied_sum p
    where p.last_day between :start and :day
      and p.first_position <= :knownAt
      and (p.first_day < :start or p.last_position > :knownAt or p.zone is null)
    union all
    select p.project
    from read.supplied_sum p
    where p.last_day > :day
      and p.first_day <= :day
      and p.first_day < p.last_day
      and p.first_position <= :knownAt),
counted as (
    select s.ancestor, p.projects
    from (
        select w.zone, count(*) as projects
        from read.supplied_sum w
        where w.last_day between :start and :day
          and w.first_day >= :start
          and w.last_position <= :knownAt
          and w.zone is not null
          and w.amount > 0
        group by w.zone) p
    join read.zone_ancestor s on s.zone = p.zone
    where s.ancestor = any(:subjects)
    union all
    select p.ancestor, count(*)
    from (
        select s.ancestor, m.to_project
        from other o
        join read.movement m on m.to_project = o.project
        join read.zone_ancestor s on s.zone = m.to_zone
        where s.ancestor = any(:subjects)
          and m.flow in ('SUPPLY', 'RESCIND')
          and m.occurred_on between :start and :day
          and m.position <= :knownAt
        group by s.ancestor, m.to_project
        having sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end) > 0) p
    group by p.ancestor)
select c.ancestor as subject, 'count' as unit, sum(c.projects) as amount
from counted c
group by c.ancestor
