-- What moved in each month and in each quarter, by all that reports sum by, so that they need not add up every movement of years. The
-- positions say when it was not all known yet: as known before the last one, its movements are added up instead. A quota
-- year of 0 is none.
drop function read.zone_amounts(text[], date, bigint);
drop function read.movement_month_of(bigint, bigint);
drop table read.movement_month;

create table read.movement_sum (
    to_zone         text not null,
    months          integer not null,
    since           date not null,
    flow            text not null,
    unit            text not null,
    from_account    text not null,
    to_account      text not null,
    from_zone       text not null,
    from_quota_year integer not null,
    to_quota_year   integer not null,
    amount          numeric not null,
    first_position  bigint not null,
    last_position   bigint not null,
    primary key (to_zone, months, since, flow, unit, from_account, to_account, from_zone, from_quota_year, to_quota_year)
) with (fillfactor = 90);

create index movement_sum_from on read.movement_sum (from_zone, months, since);
create index movement_sum_flow on read.movement_sum (flow, months, since);

-- The sums of what was recorded at these positions.
create function read.movement_sum_of(first bigint, last bigint)
    returns table (to_zone text, months integer, since date, flow text, unit text, from_account text, to_account text,
                   from_zone text, from_quota_year integer, to_quota_year integer, amount numeric, first_position bigint,
                   last_position bigint)
    language sql stable as
$$
with by_month as (
    select m.to_zone, date_trunc('month', m.occurred_on::timestamp) as since, m.flow, m.unit, m.from_account, m.to_account,
           m.from_zone, coalesce(m.from_quota_year, 0) as from_quota_year, coalesce(m.to_quota_year, 0) as to_quota_year,
           sum(m.amount) as amount, min(m.position) as first_position, max(m.position) as last_position
    from read.movement m
    where m.position between first and last
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
select m.to_zone, 1, m.since::date, m.flow, m.unit, m.from_account, m.to_account, m.from_zone, m.from_quota_year, m.to_quota_year,
       m.amount, m.first_position, m.last_position
from by_month m
union all
select m.to_zone, 3, date_trunc('quarter', m.since)::date, m.flow, m.unit, m.from_account, m.to_account, m.from_zone,
       m.from_quota_year, m.to_quota_year, sum(m.amount), min(m.first_position), max(m.last_position)
from by_month m
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
$$;

-- The same of a page that is folded: planned once for all pages.
create function read.movement_sum_added(first bigint, last bigint)
    returns setof read.movement_sum
    language sql stable set plan_cache_mode = force_generic_plan as
$$
select * from read.movement_sum_of(first, last)
$$;

-- Whether a month or a quarter is one to sum up what moved from one day to another, both included: the whole quarters, and the whole
-- months before the first and after the last of them.
create function read.is_whole(months integer, since date, first_day date, last_day date)
    returns boolean
    language sql immutable as
$$
select months = 3
       and since >= first_day
       and since < date_trunc('quarter', (last_day + 1)::timestamp)::date
    or months = 1
       and since >= first_day
       and since < least((date_trunc('quarter', (first_day - 1)::timestamp) + interval '3 months')::date,
                         date_trunc('month', (last_day + 1)::timestamp)::date)
    or months = 1
       and since >= greatest(first_day, (date_trunc('quarter', (first_day - 1)::timestamp) + interval '3 months')::date,
                             date_trunc('quarter', (last_day + 1)::timestamp)::date)
       and since < date_trunc('month', (last_day + 1)::timestamp)::date
$$;

-- What moved on the days before the first of those months and after the last, as known at a position.
create function read.moved_beside(first_day date, last_day date, known_at bigint)
    returns table (to_zone text, flow text, unit text, from_account text, to_account text, from_zone text,
                   from_quota_year integer, to_quota_year integer, amount numeric)
    language sql stable as
$$
select m.to_zone, m.flow, m.unit, m.from_account, m.to_account, m.from_zone, coalesce(m.from_quota_year, 0),
       coalesce(m.to_quota_year, 0), m.amount::numeric
from read.movement m
where m.occurred_on >= first_day
  and m.occurred_on < (date_trunc('month', (first_day - 1)::timestamp) + interval '1 month')::date
  and m.occurred_on <= last_day
  and first_day < (date_trunc('month', (first_day - 1)::timestamp) + interval '1 month')::date
  and m.position <= known_at
union all
select m.to_zone, m.flow, m.unit, m.from_account, m.to_account, m.from_zone, coalesce(m.from_quota_year, 0),
       coalesce(m.to_quota_year, 0), m.amount::numeric
from read.movement m
where m.occurred_on >= greatest((date_trunc('month', (first_day - 1)::timestamp) + interval '1 month')::date,
                                date_trunc('month', (last_day + 1)::timestamp)::date)
  and m.occurred_on <= last_day
  and date_trunc('month', (last_day + 1)::timestamp)::date <= last_day
  and m.position <= known_at
$$;

-- What moved from one day to another, both included, as known at a position: the sums of quarters and months, the single movements
-- of those that were known in part, and of the days beside them.
create function read.moved(first_day date, last_day date, known_at bigint)
    returns table (to_zone text, flow text, unit text, from_account text, to_account text, from_zone text,
                   from_quota_year integer, to_quota_year integer, amount numeric)
    language sql stable as
$$
select k.to_zone, k.flow, k.unit, k.from_account, k.to_account, k.from_zone, k.from_quota_year, k.to_quota_year,
       case when k.last_position <= known_at then k.amount
            else (
                select sum(m.amount)
                from read.movement m
                where m.flow = k.flow
                  and m.to_zone = k.to_zone
                  and m.occurred_on >= k.since
                  and m.occurred_on < (k.since::timestamp + make_interval(months => k.months))::date
                  and m.position <= known_at
                  and m.unit = k.unit
                  and m.from_account = k.from_account
                  and m.to_account = k.to_account
                  and m.from_zone = k.from_zone
                  and coalesce(m.from_quota_year, 0) = k.from_quota_year
                  and coalesce(m.to_quota_year, 0) = k.to_quota_year) end
from read.movement_sum k
where read.is_whole(k.months, k.since, first_day, last_day)
  and k.first_position <= known_at
union all
select m.to_zone, m.flow, m.unit, m.from_account, m.to_account, m.from_zone, m.from_quota_year, m.to_quota_year, m.amount
from read.moved_beside(first_day, last_day, known_at) m
$$;

-- The single movements of all zones by what they are ranked by and the day, without a look at the rows.
create index movement_ranked on read.movement (flow, occurred_on) include (to_zone, to_project, unit, amount, position)
    where flow in ('INTRODUCE', 'ACQUIRE', 'SERVICE', 'QUOTA_GRANT', 'SUPPLY', 'VISITS');
