-- The entries on one side of the movements, with the account of the other side.
select m.position, m.line, '{side}' as side, m.occurred_on, m.flow, m.{side}_account as account, m.{other}_account as against,
       m.{side}_zone as zone, m.{side}_parcel as parcel, m.{side}_project as project, m.{side}_supply as supply,
       m.{side}_quota_year as quota_year, case '{side}' when 'to' then m.amount else -m.amount end as amount, m.unit
from read.movement m
where m.occurred_on <= :asOf and m.position <= :knownAt
