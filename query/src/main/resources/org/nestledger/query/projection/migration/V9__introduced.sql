-- The projects introduced in a period, as of a day and as known at a position; one introduced and reversed is not. One that was
-- recorded anew was introduced on the day that stands.
create function read.introduced(period_start date, period_end date, as_of date, known_at bigint)
    returns table (project text, zone text, introduced_on date)
    language sql stable as
$$
select m.to_project, m.to_zone, max(m.occurred_on) filter (where m.amount > 0 and not exists (
    select from read.reversed(least(as_of, period_end), known_at) r where r.reverses = m.position))
from read.movement m
where m.flow = 'INTRODUCE'
  and m.occurred_on between period_start and period_end
  and m.occurred_on <= as_of
  and m.position <= known_at
group by m.to_project, m.to_zone
having sum(m.amount) > 0
$$;
