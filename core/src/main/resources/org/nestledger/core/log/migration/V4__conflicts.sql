-- The items of a batch one of whose criteria is met by an event after the item's marker.
-- Arrays of one index describe one criterion; tags and types are array literals, types may be null.
-- A criterion without tags stands in the second group of arrays, once per type name.
create function log.conflicts(
    items integer[], markers bigint[], tags text[], types text[],
    type_items integer[], type_markers bigint[], type_names text[]
) returns setof integer
language sql stable set enable_seqscan = off set enable_bitmapscan = off as $$
    select c.item
    from unnest(items, markers, tags, types) as c (item, marker, tags, types)
    where exists (select from log.positions_of(c.tags::bigint[], c.types::integer[], c.marker))
    union all
    select c.item
    from unnest(type_items, type_markers, type_names) as c (item, marker, name)
    where exists (select from log.event e where e.position > c.marker and e.type = c.name)
$$;
