-- What describes the projects that some flows moved in the period, and the enterprises that were ever behind them; with
-- the reversals of any of it.
with d as (
    select d.position, d.enterprise
    from read.project_details d
    where d.project in (
        select m.to_project
        from read.movement m
        where m.flow = any(:flows)
          and m.to_zone = any(:zones)
          and m.occurred_on between :start and :end
          and m.occurred_on <= :asOf
          and m.position <= :knownAt)
      and d.position <= :knownAt),
stated as (
    select position from d
    union
    select q.position
    from read.qualification q
    where q.enterprise in (select enterprise from d)
      and q.position <= :knownAt)
select position from stated
union
select r.position
from read.reversal r
join stated s on s.position = r.reverses
where r.position <= :knownAt
