-- The contracts of a supply, with their reversals, and what was ever owed or paid of its price.
with contracts as (
    select c.position
    from read.supply_contract c
    where c.supply = :id
      and c.position <= :knownAt)
select position from contracts
union
select r.position
from read.reversal r
join contracts c on c.position = r.reverses
where r.position <= :knownAt
union
select m.position
from read.movement m
where (m.from_supply = :id or m.to_supply = :id)
  and m.flow in ('PRICE', 'PRICE_RESCIND', 'PAYMENT', 'REFUND')
  and m.occurred_on <= :asOf
  and m.position <= :knownAt
