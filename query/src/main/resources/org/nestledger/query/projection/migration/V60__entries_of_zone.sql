-- Reports of a zone find what was recorded in it by these, as of whatever day and as known at whatever position: the rows kept for lists
-- tell only what is known now.
create index service_entry_zone on read.service_entry (zone);
create index supply_contract_zone on read.supply_contract (zone);
create index supply_contract_project on read.supply_contract (project);
create index project_entry_zone on read.project_entry (zone) where kind in ('OPENING', 'INTRODUCED');

-- Of the plans of one project and of what was invested in it, without a look at the rows.
drop index read.movement_planned;
create index movement_invested on read.movement (to_project) include (to_account, unit, amount, occurred_on, position)
    where to_account in ('investment:planned', 'investment:made');

-- The stages that project_at gives of the projects of a zone and its descendants. Nothing else of them is folded, and the entries of
-- many projects are read at once.
create function read.stage_within(within text, as_of date, known_at bigint)
    returns table (project text, stage text)
    language sql stable as
$$
select i.project,
       case when bool_or(e.kind = 'WITHDRAWN') then 'WITHDRAWN'
            when bool_or(e.kind = 'PRODUCING') then 'PRODUCING'
            when bool_or(e.kind = 'COMPLETED') then 'COMPLETED'
            when bool_or(e.kind = 'BUILDING') then 'BUILDING'
            else i.stage end
from read.zone_ancestor a
join read.project_entry i on i.zone = a.zone
join read.project_entry e on e.project = i.project
where a.ancestor = within
  and i.kind in ('OPENING', 'INTRODUCED')
  and i.occurred_on <= as_of
  and i.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = i.position)
  and e.occurred_on <= as_of
  and e.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)
  and exists (
      select from read.project_details d
      where d.project = i.project and d.occurred_on <= as_of and d.position <= known_at
        and not exists (select from read.reversed(as_of, known_at) r where r.reverses = d.position))
group by i.position, i.project, i.stage
$$;
