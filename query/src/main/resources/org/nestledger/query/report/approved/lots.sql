-- The construction land of each zone, by the year in which it was approved. A parcel and those that were split from it are
-- one family, whose land is supplied in the order in which it became ready.
with recursive moved as (
    select m.*
    from read.movement m
    where m.to_zone in (select zone from read.zone_ancestor where ancestor = :zone)
      and (m.from_account = 'construction:ready' or m.to_account = 'construction:ready')
      and m.occurred_on <= :asOf
      and m.position <= :knownAt
      and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = m.position)
      and not exists (select from read.reversal r where r.position = m.position)),
split as (
    select m.from_parcel, m.to_parcel from moved m where m.flow = 'SPLIT'),
above (parcel, ancestor) as (
    select s.to_parcel, s.from_parcel from split s
    union
    select a.parcel, s.from_parcel from above a join split s on s.to_parcel = a.ancestor),
family as (
    select a.parcel, a.ancestor as root
    from above a
    where not exists (select from split s where s.to_parcel = a.ancestor)),
lot as (
    select m.to_zone as zone, m.to_parcel as parcel, 'EXISTING' as origin, null::integer as year,
           m.occurred_on, m.position, m.line, m.amount
    from moved m
    where m.flow = 'EXISTING'
    union all
    select m.to_zone, m.to_parcel, 'APPROVED', extract(year from m.occurred_on)::integer,
           m.occurred_on, m.position, m.line, m.amount
    from moved m
    where m.flow = 'CONVERT'
    union all
    select o.zone, o.parcel, part.origin, part.year, o.occurred_on, o.position, part.line, part.amount
    from read.opening_stock o
    cross join lateral (values
        ('EXISTING', null, 0, o.existing),
        ('APPROVED', o.quota_year, 1, o.converted)) as part (origin, year, line, amount)
    where part.amount > 0
      and exists (select from moved m where m.position = o.position)),
used as (
    select coalesce(f.root, m.parcel) as family,
           sum(case m.flow when 'SUPPLY_READY' then m.amount when 'RESCIND_READY' then -m.amount else 0 end) as supplied,
           sum(case when m.flow = 'SURVEY' then m.amount else 0 end) as lost
    from (
        select flow, amount, case flow when 'RESCIND_READY' then to_parcel else from_parcel end as parcel
        from moved
        where flow in ('SUPPLY_READY', 'RESCIND_READY')
        union all
        select flow, case from_account when 'construction:ready' then amount else -amount end, from_parcel
        from moved
        where flow = 'SURVEY') m
    left join family f on f.parcel = m.parcel
    group by 1),
queue as (
    select l.zone, l.origin, l.year, l.amount, u.supplied, u.lost,
           sum(l.amount) over (
               partition by coalesce(f.root, l.parcel)
               order by l.occurred_on, l.position, l.line) - l.amount as before
    from lot l
    left join family f on f.parcel = l.parcel
    left join used u on u.family = coalesce(f.root, l.parcel)),
taken as (
    select q.zone, q.origin, q.year, q.amount,
           least(q.amount, greatest(0, coalesce(q.supplied, 0) - q.before)) as supplied,
           least(q.amount, greatest(0, coalesce(q.supplied + q.lost, 0) - q.before)) as gone
    from queue q)
select t.zone, t.origin, t.year, sum(t.amount) as ready, sum(t.supplied) as supplied,
       sum(t.gone - t.supplied) as lost
from taken t
group by t.zone, t.origin, t.year
order by t.zone collate "C", t.origin, t.year nulls first
