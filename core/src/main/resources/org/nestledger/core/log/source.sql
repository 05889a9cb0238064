-- The matching events with the head of the same snapshot: one row with only the head when nothing matches.
-- LIMIT 1 makes the planner fetch each event by its key instead of joining the whole table.
with matching as (
    select p.position
    from unnest(?::text[], ?::text[]) as c (tags, types)
    cross join lateral log.positions_of(c.tags::bigint[], c.types::integer[], ?) as p (position)
    union
    select e.position from log.event e where e.position > ? and e.type = any (?::text[])
)
select h.position as head, m.position, m.recorded_at, m.type, m.record
from log.log_head h
left join (
    select e.* from matching
    cross join lateral (select * from log.event v where v.position = matching.position limit 1) as e
) as m on true
order by m.position
