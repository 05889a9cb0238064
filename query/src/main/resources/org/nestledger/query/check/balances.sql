select account, zone, unit, sum(amount) as balance
from read.entry
group by account, zone, unit
