-- As before, but a batch need not wait for the disk: then the writer makes several durable at once, and only then answers and
-- tells others. Older releases call it without the last parameter.
drop function log.append_batch(
    bigint, bigint, text[], bytea[], bytea[], bigint[], bigint[], integer[], bigint[],
    integer[], text[], text[], bigint[], bigint[],
    integer[], bigint[], text[], text[], integer[], bigint[], text[],
    smallint[], bigint[], bytea[], bytea
);

-- Appends a batch, or returns why items of it must not be appended and then writes nothing.
-- A row of the answer is an item; with a receipt its command was executed before, without one its condition is not met.
-- Fails with NL001 when the head is not the expected one: another process wrote.
create function log.append_batch(
    expected bigint, expected_epoch bigint,
    types text[], records bytea[], leaves bytea[], recorded_micros bigint[],
    tags bigint[], tag_types integer[], tag_positions bigint[],
    command_items integer[], command_ids text[], command_hashes text[],
    command_firsts bigint[], command_lasts bigint[],
    condition_items integer[], condition_markers bigint[], condition_tags text[], condition_types text[],
    type_items integer[], type_markers bigint[], type_names text[],
    tile_levels smallint[], tile_ns bigint[], tile_hashes bytea[],
    next_frontier bytea,
    durable boolean default true
) returns table (item integer, receipt_hash text, receipt_first bigint, receipt_last bigint)
language plpgsql as $$
declare
    next_position bigint := expected + cardinality(records);
    executed bigint := 0;
    conflicting bigint := 0;
begin
    -- Most batches have no condition left that memory could not answer: then there is nothing to ask here.
    if cardinality(command_items) > 0 then
        return query
            select c.item, k.command_hash, k.first_position, k.last_position
            from unnest(command_items, command_ids) as c (item, id)
            cross join lateral (select * from log.command r where r.command_id = c.id limit 1) as k;
        get diagnostics executed = row_count;
    end if;
    if cardinality(condition_items) + cardinality(type_items) > 0 then
        return query
            select c.item, null::text, null::bigint, null::bigint
            from log.conflicts(
                condition_items, condition_markers, condition_tags, condition_types,
                type_items, type_markers, type_names) as c (item);
        get diagnostics conflicting = row_count;
    end if;
    if executed + conflicting > 0 then
        return;
    end if;

    -- Before the inserts: whoever holds the head's row waits for no row of ours, so that writers cannot deadlock.
    update log.log_head h set position = next_position, frontier = next_frontier
        where h.position = expected and h.epoch = expected_epoch;
    if not found then
        raise exception 'another process appended after position %', expected using errcode = 'NL001';
    end if;

    insert into log.event (position, recorded_at, type, record, leaf)
        select expected + e.n, 'epoch'::timestamptz + e.micros * interval '1 microsecond', e.type, e.record, e.leaf
        from unnest(types, records, leaves, recorded_micros) with ordinality as e (type, record, leaf, micros, n);
    insert into log.event_tag (tag, position, type)
        select t.tag, t.position, t.type from unnest(tags, tag_positions, tag_types) as t (tag, position, type);
    if cardinality(command_ids) > 0 then
        insert into log.command (command_id, command_hash, first_position, last_position)
            select c.id, c.hash, c.first, c.last
            from unnest(command_ids, command_hashes, command_firsts, command_lasts) as c (id, hash, first, last);
    end if;
    if cardinality(tile_ns) > 0 then
        insert into log.log_tile (level, n, hashes)
            select t.level, t.n, t.hashes from unnest(tile_levels, tile_ns, tile_hashes) as t (level, n, hashes);
    end if;
    if durable then
        perform pg_notify('nest_ledger_log', next_position::text);
    else
        perform set_config('synchronous_commit', 'off', true);
    end if;
end
$$;

-- Returns when everything that anybody can see is on disk. What a batch wrote can be seen before.
create function log.make_durable() returns void language plpgsql as $$
begin
    if pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn() then
        perform pg_logical_emit_message(false, 'nest-ledger', '', true);
    end if;
end
$$;
