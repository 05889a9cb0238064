-- What each project was supplied with in all, less what was taken back, and from which zones, days and positions that is. As known
-- from its last position on, and of a period that holds all its days, it need not be added up again. There is no zone when it is of several.
create table read.supplied_sum (
    project        text primary key,
    amount         numeric not null,
    first_zone     text not null,
    last_zone      text not null,
    first_day      date not null,
    last_day       date not null,
    first_position bigint not null,
    last_position  bigint not null,
    zone           text generated always as (case when first_zone = last_zone then first_zone end) stored
);

create index supplied_sum_day on read.supplied_sum (last_day)
    include (first_day, zone, amount, first_position, last_position, project);
create index supplied_sum_days on read.supplied_sum (last_day, first_day) where first_day < last_day;

-- The sums of what was recorded at these positions.
create function read.supplied_sum_of(first bigint, last bigint)
    returns table (project text, amount numeric, first_zone text, last_zone text, first_day date, last_day date,
                   first_position bigint, last_position bigint)
    language sql stable as
$$
select m.to_project, sum(case m.flow when 'SUPPLY' then m.amount else -m.amount end), min(m.to_zone), max(m.to_zone),
       min(m.occurred_on), max(m.occurred_on), min(m.position), max(m.position)
from read.movement m
where m.flow in ('SUPPLY', 'RESCIND')
  and m.position between first and last
group by m.to_project
$$;

-- The same of a page that is folded: planned once for all pages.
create function read.supplied_sum_added(first bigint, last bigint)
    returns table (project text, amount numeric, first_zone text, last_zone text, first_day date, last_day date,
                   first_position bigint, last_position bigint)
    language sql stable set plan_cache_mode = force_generic_plan as
$$
select * from read.supplied_sum_of(first, last)
$$;
