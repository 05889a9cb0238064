-- How many documents an event states, and what a reversal restates and why: the month in a closed period, if it is one.
alter table read.event add column documents integer not null;

alter table read.reversal add column restates text;
alter table read.reversal add column reason text not null;
