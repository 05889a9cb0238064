select distinct on (year, measure) measure, year, value, unit, occurred_on
from read.zone_target t
where t.zone = :zone
  and t.occurred_on <= :asOf
  and t.position <= :knownAt
  and not exists (select from read.reversed(:asOf, :knownAt) r where r.reverses = t.position)
order by year, measure, occurred_on desc, position desc
