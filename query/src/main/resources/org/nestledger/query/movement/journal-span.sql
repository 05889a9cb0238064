-- In which zones and between which positions entries on one side of the movements can be, by the sums of quarters; no row when none can.
select '{side}' as side, min(s.first_position) as first, max(s.last_position) as last, array_agg(distinct s.{side}_zone) as zones
from read.movement_sum s
where s.months = 3
  and (cast(:zone as text) is null
       or s.{side}_zone = any(array(select a.zone from read.zone_ancestor a where a.ancestor = :zone)))
  and (cast(:account as text) is null or s.{side}_account = :account)
  and (cast(:flow as text) is null or s.flow = :flow)
  and (cast(:from as date) is null or s.since > cast(:from as date) - interval '3 months')
  and (cast(:to as date) is null or s.since <= :to)
having count(*) > 0
