select note, occurred_on
from read.project_entry e
where e.project = :project
  and e.kind = 'MILESTONE'
  and not exists (select from read.reversal r where r.reverses = e.position)
order by occurred_on, position
