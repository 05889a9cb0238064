-- The matching events after a position with the head of the same snapshot: one row with only the head when none match.
-- Arrays of one index describe one criterion, as for log.conflicts; names are the types of criteria without tags.
create function log.source(tags text[], types text[], names text[], after bigint)
returns table (head bigint, "position" bigint, recorded_at timestamptz, type text, record bytea)
language sql stable set enable_seqscan = off set enable_bitmapscan = off as $$
    with matching as (
        select p.position
        from unnest(tags, types) as c (tags, types)
        cross join lateral log.positions_of(c.tags::bigint[], c.types::integer[], after) as p (position)
        union
        select v.position
        from log.event v
        where cardinality(names) > 0 and v.position > after and v.type = any (names)
    )
    select h.position, m.position, m.recorded_at, m.type, m.record
    from log.log_head h
    left join (
        select e.position, e.recorded_at, e.type, e.record
        from matching
        cross join lateral (select * from log.event v where v.position = matching.position limit 1) as e
    ) as m on true
    order by m.position
$$;
