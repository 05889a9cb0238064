-- Plans without a service are plans too.
select p.zone, j.enterprise, j.holder, p.project, p.plan, p.name, p.agreed_on,
       count(s.id) as services,
       count(s.delivered_on) as delivered,
       count(*) filter (where s.delivered_on is null and s.due_on < :asOf) as late,
       count(*) filter (where s.delivered_on > s.due_on) as delivered_late
from read.service_plan_at(:asOf, :knownAt) p
left join read.service_at(:asOf, :knownAt) s on s.plan = p.plan
left join read.project_at(:asOf, :knownAt) j on j.project = p.project
where p.zone in (select zone from read.zone_ancestor where ancestor = :zone)
group by p.zone, j.enterprise, j.holder, p.project, p.plan, p.name, p.agreed_on
order by coalesce(j.enterprise, j.holder) collate "C" nulls last, p.project collate "C", p.plan collate "C"
