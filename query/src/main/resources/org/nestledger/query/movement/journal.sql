-- Each movement as its two entries, with the account of the other side. Numbers are padded, because ids are compared as texts.
select lpad(m.position::text, 19, '0') || '-' || lpad(m.line::text, 6, '0') || '-from' as id, m.position, m.line,
       'from' as side, m.occurred_on, m.flow, m.from_account as account, m.to_account as against, m.from_zone as zone,
       m.from_parcel as parcel, m.from_project as project, m.from_supply as supply, m.from_quota_year as quota_year,
       -m.amount as amount, m.unit
from read.movement m
where m.occurred_on <= :asOf and m.position <= :knownAt
union all
select lpad(m.position::text, 19, '0') || '-' || lpad(m.line::text, 6, '0') || '-to', m.position, m.line,
       'to', m.occurred_on, m.flow, m.to_account, m.from_account, m.to_zone,
       m.to_parcel, m.to_project, m.to_supply, m.to_quota_year,
       m.amount, m.unit
from read.movement m
where m.occurred_on <= :asOf and m.position <= :knownAt
