-- What was published of a figure and taken back of it, whenever that was.
select c.position
from read.claim_entry c
where c.figure = :id
  and c.position <= :knownAt
