create function log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only: % of log.% is refused', tg_op, tg_table_name
        using errcode = 'NL002', hint = 'A mistake is corrected by a new event.';
end
$$;

create trigger append_only before update or delete or truncate on log.event
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.event_tag
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.command
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.log_tile
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.log_checkpoint
    for each statement execute function log.refuse_change();
create trigger append_only before insert or delete or truncate on log.log_head
    for each statement execute function log.refuse_change();
