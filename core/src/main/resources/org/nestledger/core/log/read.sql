select page.position, page.recorded_at, page.type, page.record
from (
    select e.position, e.recorded_at, e.type, e.record
    from log.event e
    where e.position > ?
    order by e.position
    limit ?
) page
where page.position <= (select position from log.log_head)
order by page.position
