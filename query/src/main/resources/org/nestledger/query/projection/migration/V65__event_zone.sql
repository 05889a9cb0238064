-- The entries in a zone's books that are dated in a period. It is narrow, since every entry adds to it: the days of a zone repeat.
create index event_zone on read.event (zone, occurred_on);
