-- Figures are published after the days that they speak of, so that no business date limits them.
select c.*, z.time_zone
from read.claim_at('infinity', :knownAt) c
join read.zone_designation z on z.zone = c.zone
where c.zone in (select zone from read.zone_ancestor where ancestor = :zone)
order by c.published_on, c.figure collate "C"
