-- Who agreed to an entry besides the one who gave it, and in which matters a zone has two people agree.
alter table read.event add column approved_by text;

create table read.zone_approval (
    position    bigint primary key,
    occurred_on date not null,
    zone        text not null,
    matters     text[] not null
);

create index zone_approval_zone on read.zone_approval (zone, occurred_on, position);
