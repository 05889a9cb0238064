-- Plans without a service are plans too. Entries are read plan by plan, as for open.sql.
with asked as materialized (
    select distinct e.plan
    from read.zone_ancestor a
    join read.service_entry e on e.zone = a.zone
    where a.ancestor = :zone),
stated as materialized (
    select e.*
    from asked k
    cross join lateral (
        select e.*
        from read.service_entry e
        where e.plan = k.plan
          and e.occurred_on <= :asOf
          and e.position <= :knownAt
          and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position)
        offset 0) e),
plan as (
    select distinct on (e.plan) e.plan, e.name, e.project, e.zone, e.occurred_on as agreed_on
    from stated e
    where e.kind = 'PLAN'
    order by e.plan, e.occurred_on desc, e.position desc),
service as (
    select s.plan, s.id, s.due_on, max(d.occurred_on) as delivered_on
    from (
        select distinct on (e.plan, e.id) e.plan, e.id, e.due_on, e.position
        from stated e
        where e.kind = 'AGREED'
        order by e.plan, e.id, e.occurred_on desc, e.position desc) s
    left join stated d on d.kind = 'DELIVERED' and d.id = s.id and d.position > s.position
    group by s.plan, s.id, s.due_on)
select p.zone, j.enterprise, j.holder, p.project, p.plan, p.name, p.agreed_on,
       count(s.id) as services,
       count(s.delivered_on) as delivered,
       count(*) filter (where s.delivered_on is null and s.due_on < :asOf) as late,
       count(*) filter (where s.delivered_on > s.due_on) as delivered_late
from plan p
left join service s on s.plan = p.plan
left join lateral (
    select d.enterprise, i.holder
    from read.project_entry i
    cross join lateral read.project_details_of(i.project, :asOf, :knownAt) d
    where i.project = p.project
      and i.kind in ('OPENING', 'INTRODUCED')
      and i.occurred_on <= :asOf
      and i.position <= :knownAt
      and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = i.position)) j on true
where p.zone in (select zone from read.zone_ancestor where ancestor = :zone)
group by p.zone, j.enterprise, j.holder, p.project, p.plan, p.name, p.agreed_on
order by coalesce(j.enterprise, j.holder) collate "C" nulls last, p.project collate "C", p.plan collate "C"
