-- The reversals in a zone's books that are dated in a period, which are few among its entries.
create index event_reversal on read.event (zone, occurred_on) where reverses is not null;
