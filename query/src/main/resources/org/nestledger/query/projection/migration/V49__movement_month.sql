-- What moved in each month, by all that reports sum by, so that they need not add up every movement of years. The positions say
-- when it was not all known yet: as known before the last one, the month's movements are added up instead. A quota year of 0
-- is none.
create table read.movement_month (
    to_zone         text not null,
    flow            text not null,
    month           date not null,
    unit            text not null,
    from_account    text not null,
    to_account      text not null,
    from_zone       text not null,
    from_quota_year integer not null,
    to_quota_year   integer not null,
    amount          numeric not null,
    first_position  bigint not null,
    last_position   bigint not null,
    primary key (to_zone, flow, month, unit, from_account, to_account, from_zone, from_quota_year, to_quota_year)
);

create index movement_month_to on read.movement_month (to_zone, month);
create index movement_month_from on read.movement_month (from_zone, month);

-- The sums of what was recorded at these positions.
create function read.movement_month_of(first bigint, last bigint)
    returns table (to_zone text, flow text, month date, unit text, from_account text, to_account text, from_zone text,
                   from_quota_year integer, to_quota_year integer, amount numeric, first_position bigint,
                   last_position bigint)
    language sql stable as
$$
select m.to_zone, m.flow, date_trunc('month', m.occurred_on)::date as month, m.unit, m.from_account, m.to_account, m.from_zone,
       coalesce(m.from_quota_year, 0), coalesce(m.to_quota_year, 0), sum(m.amount), min(m.position), max(m.position)
from read.movement m
where m.position between first and last
group by 1, 2, 3, 4, 5, 6, 7, 8, 9
$$;

-- What adds up to the balances of these zones together at the end of a day: the sums of the months up to the first one that was not
-- over or not wholly known, then single movements.
create function read.zone_amounts(zones text[], as_of date, known_at bigint)
    returns table (account text, quota_year integer, unit text, amount numeric)
    language sql stable as
$$
with kept as materialized (
    select k.month, k.to_account as account, nullif(k.to_quota_year, 0) as quota_year, k.unit, k.amount, k.last_position
    from read.movement_month k
    where k.to_zone = any(zones) and k.month <= as_of
    union all
    select k.month, k.from_account, nullif(k.from_quota_year, 0), k.unit, -k.amount, k.last_position
    from read.movement_month k
    where k.from_zone = any(zones) and k.month <= as_of),
settled as (
    select least(date_trunc('month', as_of + 1)::date, min(k.month) filter (where k.last_position > known_at)) as before
    from kept k)
select k.account, k.quota_year, k.unit, k.amount
from kept k
where k.month < (select s.before from settled s)
union all
select e.account, e.quota_year, e.unit, e.amount
from read.entry e
where e.zone = any(zones)
  and e.occurred_on >= (select s.before from settled s)
  and e.occurred_on <= as_of
  and e.position <= known_at
$$;
