-- The highest position recorded at or before an instant, 0 when there is none.
-- recorded_at never falls from one position to the next, so that halving the range finds it without an index.
create function log.position_at(instant timestamptz) returns bigint
language plpgsql stable as $$
declare
    low bigint := 0;
    high bigint := (select position from log.log_head);
    middle bigint;
begin
    while low < high loop
        middle := low + (high - low + 1) / 2;
        if (select recorded_at <= instant from log.event where position = middle) then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end
$$;
