-- The same batch written with the tree and without it: two sets of tables, and a function for each that does in one round
-- trip what log.append_batch does, but for conditions and commands, which would only make the tree's share smaller.
create schema treed;
create schema treeless;

create table treed.head (position bigint not null, frontier bytea not null) with (fillfactor = 10);
create table treed.event (
    position bigint primary key, recorded_at timestamptz not null, type text not null,
    record bytea not null check (octet_length(record) between 2 and 65535),
    leaf bytea not null check (octet_length(leaf) = 32));
create table treed.event_tag (
    tag bigint not null, position bigint not null, type integer not null, primary key (tag, position) include (type));
create table treed.tile (
    level smallint not null, n bigint not null, hashes bytea not null check (octet_length(hashes) = 8192),
    primary key (level, n));
alter table treed.tile alter column hashes set storage external;
insert into treed.head values (0, ''::bytea);

create table treeless.head (position bigint not null) with (fillfactor = 10);
create table treeless.event (
    position bigint primary key, recorded_at timestamptz not null, type text not null,
    record bytea not null check (octet_length(record) between 2 and 65535));
create table treeless.event_tag (like treed.event_tag including all);
insert into treeless.head values (0);

create function treed.append(
    expected bigint, types text[], records bytea[], recorded_micros bigint[],
    tags bigint[], tag_types integer[], tag_positions bigint[],
    leaves bytea[], tile_levels smallint[], tile_ns bigint[], tile_hashes bytea[], next_frontier bytea
) returns void language plpgsql as $$
begin
    update treed.head h set position = expected + cardinality(records), frontier = next_frontier
        where h.position = expected;
    insert into treed.event (position, recorded_at, type, record, leaf)
        select expected + e.n, 'epoch'::timestamptz + e.micros * interval '1 microsecond', e.type, e.record, e.leaf
        from unnest(types, records, leaves, recorded_micros) with ordinality as e (type, record, leaf, micros, n);
    insert into treed.event_tag (tag, position, type)
        select t.tag, t.position, t.type from unnest(tags, tag_positions, tag_types) as t (tag, position, type);
    if cardinality(tile_ns) > 0 then
        insert into treed.tile (level, n, hashes)
            select t.level, t.n, t.hashes from unnest(tile_levels, tile_ns, tile_hashes) as t (level, n, hashes);
    end if;
end
$$;

create function treeless.append(
    expected bigint, types text[], records bytea[], recorded_micros bigint[],
    tags bigint[], tag_types integer[], tag_positions bigint[]
) returns void language plpgsql as $$
begin
    update treeless.head h set position = expected + cardinality(records) where h.position = expected;
    insert into treeless.event (position, recorded_at, type, record)
        select expected + e.n, 'epoch'::timestamptz + e.micros * interval '1 microsecond', e.type, e.record
        from unnest(types, records, recorded_micros) with ordinality as e (type, record, micros, n);
    insert into treeless.event_tag (tag, position, type)
        select t.tag, t.position, t.type from unnest(tags, tag_positions, tag_types) as t (tag, position, type);
end
$$;
