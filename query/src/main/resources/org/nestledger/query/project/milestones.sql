select note, occurred_on
from read.project_entry e
where e.project = :project
  and e.kind = 'MILESTONE'
  and e.occurred_on <= :asOf
  and e.position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = e.position)
order by occurred_on, position
