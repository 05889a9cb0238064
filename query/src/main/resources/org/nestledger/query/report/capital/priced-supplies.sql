-- The supplies whose terms name instalments, with what of their price is owed and was paid.
select s.zone, s.project, s.supply, s.price_currency, s.terms,
       coalesce(m.owed, 0) as owed, coalesce(m.paid, 0) as paid
from read.supply_at(:asOf, :knownAt) s
left join lateral (
    select sum(case m.flow when 'PRICE' then m.amount when 'PRICE_RESCIND' then -m.amount end) as owed,
           sum(case m.flow when 'PAYMENT' then m.amount when 'REFUND' then -m.amount end) as paid
    from read.movement m
    where m.to_supply = s.supply and m.flow in ('PRICE', 'PRICE_RESCIND', 'REFUND')
      and m.occurred_on <= :asOf and m.position <= :knownAt
       or m.from_supply = s.supply and m.flow = 'PAYMENT'
      and m.occurred_on <= :asOf and m.position <= :knownAt) m on true
where s.zone in (select zone from read.zone_ancestor where ancestor = :zone)
  and jsonb_array_length(s.terms -> 'instalments') > 0
order by s.supply collate "C"
