select s.zone, s.project, s.plan, s.service, s.name, s.agreed_on, s.due_on,
       coalesce(greatest(0, :asOf::date - s.due_on), 0) as days_late
from read.service_at(:asOf, :knownAt) s
where s.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and s.delivered_on is null
order by days_late desc, s.due_on, s.plan collate "C", s.service collate "C"
