-- How much moved by one flow: the sums of the whole months that were wholly known, up to the first that was not, and single
-- movements before and after.
with zones as (
    select array(select a.zone from read.zone_ancestor a where a.ancestor = any(:subjects)) as ids),
kept as materialized (
    select k.to_zone as zone, k.month, k.unit, k.amount, k.last_position
    from read.movement_month k
    where k.flow = :flow
      and k.to_zone = any((select ids from zones)::text[])
      and k.month between :start and :day),
whole as (
    select (date_trunc('month', :start::date - 1) + interval '1 month')::date as since,
           date_trunc('month', :day::date + 1)::date as before),
settled as (
    select w.since, greatest(w.since, least(w.before, min(k.month) filter (where k.last_position > :knownAt))) as before
    from whole w
    left join kept k on true
    group by w.since, w.before)
select s.ancestor as subject, z.unit, sum(z.amount) as amount
from (
    select f.zone, f.unit, sum(f.amount) as amount
    from (
        select k.zone, k.unit, k.amount
        from kept k
        where k.month < (select before from settled)
        union all
        select m.to_zone, m.unit, m.amount
        from read.movement m
        where m.flow = :flow
          and m.to_zone = any((select ids from zones)::text[])
          and m.occurred_on >= (select before from settled)
          and m.occurred_on <= :day
          and m.position <= :knownAt
        union all
        select m.to_zone, m.unit, m.amount
        from read.movement m
        where m.flow = :flow
          and m.to_zone = any((select ids from zones)::text[])
          and m.occurred_on >= :start
          and m.occurred_on < (select since from settled)
          and m.occurred_on <= :day
          and m.position <= :knownAt) f
    group by f.zone, f.unit) z
join read.zone_ancestor s on s.zone = z.zone
where s.ancestor = any(:subjects)
group by s.ancestor, z.unit
