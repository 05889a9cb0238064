-- The sums of the whole months that were wholly known, up to the first that was not, and single movements before and after.
with zones as (
    select array(select zone from read.zone_ancestor where ancestor = :zone) as ids),
kept as materialized (
    select k.month, k.flow, k.unit, k.amount, k.last_position
    from read.movement_month k
    where k.to_zone = any((select ids from zones)::text[])
      and k.month between :start and :day
    union all
    select k.month, k.flow, k.unit, k.amount, k.last_position
    from read.movement_month k
    where k.from_zone = any((select ids from zones)::text[])
      and k.to_zone <> all((select ids from zones)::text[])
      and k.month between :start and :day),
whole as (
    select (date_trunc('month', :start::date - 1) + interval '1 month')::date as since,
           date_trunc('month', :day::date + 1)::date as before),
settled as (
    select w.since, greatest(w.since, least(w.before, min(k.month) filter (where k.last_position > :knownAt))) as before
    from whole w
    left join kept k on true
    group by w.since, w.before)
select f.flow, f.unit, sum(f.amount) as amount
from (
    select k.flow, k.unit, k.amount
    from kept k
    where k.month < (select before from settled)
    union all
    select m.flow, m.unit, m.amount
    from read.movement m
    where m.to_zone = any((select ids from zones)::text[])
      and m.occurred_on between :start and :day
      and (m.occurred_on >= (select before from settled) or m.occurred_on < (select since from settled))
      and m.position <= :knownAt
    union all
    select m.flow, m.unit, m.amount
    from read.movement m
    where m.from_zone = any((select ids from zones)::text[])
      and m.to_zone <> all((select ids from zones)::text[])
      and m.occurred_on between :start and :day
      and (m.occurred_on >= (select before from settled) or m.occurred_on < (select since from settled))
      and m.position <= :knownAt) f
where f.flow <> 'OPENING'
group by f.flow, f.unit
having sum(f.amount) <> 0
order by f.flow, f.unit
