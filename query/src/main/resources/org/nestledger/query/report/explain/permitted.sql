-- The introductions of some projects, and all that happened to their permits of some kinds; with the reversals of any of
-- it. The projects are those of some zones, and the subject.
with projects as (
    select project, position
    from read.project_entry
    where kind in ('OPENING', 'INTRODUCED')
      and (zone = any(:zones) or project = :subject)
      and position <= :knownAt),
stated as (
    select position from projects
    union
    select e.position
    from read.permit_entry e
    where e.project in (select project from projects)
      and e.kind = any(:kinds)
      and e.position <= :knownAt)
select position from stated
union
select r.position
from read.reversal r
join stated s on s.position = r.reverses
where r.position <= :knownAt
