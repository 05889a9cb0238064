-- Positions after a given one whose event has all of the tags and, unless types is null, one of the types.
-- With several tags the scan follows the rarest; rarity is looked up to a bound, so that it costs little to know.
-- OFFSET 0 and LIMIT make the planner look up each tag by itself. It plans without knowing the tags, so that callers
-- turn off the scans which would read the whole index for a tag it believes to be common.
create function log.positions_of(tags bigint[], types integer[], after bigint) returns setof bigint
language sql stable as $$
    select found.position
    from (
        select candidate.tag
        from unnest(tags) as candidate (tag)
        order by case when cardinality(tags) > 1 then (
            select count(*) from (
                select from log.event_tag t where t.tag = candidate.tag and t.position > after limit 1000
            ) as bounded
        ) end
        limit 1
    ) as rarest
    cross join lateral (
        select t.position
        from log.event_tag t
        where t.tag = rarest.tag
            and t.position > after
            and (types is null or t.type = any (types))
            and (cardinality(tags) = 1 or cardinality(tags) = (
                select count(*) from log.event_tag o where o.tag = any (tags) and o.position = t.position
            ))
        offset 0
    ) as found
$$;
