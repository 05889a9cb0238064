-- As before, but types that begin with 0 are those that are not wanted: then an event of a type that the reader does not know
-- is found as well, so that it stops whoever depends on it. No type has the hash 0.
create or replace function log.positions_of(tags bigint[], types integer[], after bigint) returns setof bigint
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
            and (types is null or (t.type = any (types)) <> (types[1] = 0))
            and (cardinality(tags) = 1 or cardinality(tags) = (
                select count(*) from log.event_tag o where o.tag = any (tags) and o.position = t.position
            ))
        offset 0
    ) as found
$$;
