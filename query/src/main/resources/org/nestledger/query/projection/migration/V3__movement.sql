create table read.movement (
    position        bigint not null,
    line            integer not null,
    flow            text not null,
    unit            text not null,
    amount          bigint not null check (amount <> 0),
    occurred_on     date not null,
    from_account    text not null,
    from_zone       text not null,
    from_parcel     text,
    from_project    text,
    from_supply     text,
    from_quota_year integer,
    to_account      text not null,
    to_zone         text not null,
    to_parcel       text,
    to_project      text,
    to_supply       text,
    to_quota_year   integer,
    primary key (position, line)
);

create index movement_flow on read.movement (flow, to_zone, occurred_on);
create index movement_from_zone on read.movement (from_zone);
create index movement_to_zone on read.movement (to_zone);
create index movement_from_parcel on read.movement (from_parcel) where from_parcel is not null;
create index movement_to_parcel on read.movement (to_parcel) where to_parcel is not null;
create index movement_from_project on read.movement (from_project) where from_project is not null;
create index movement_to_project on read.movement (to_project) where to_project is not null;
create index movement_from_supply on read.movement (from_supply) where from_supply is not null;
create index movement_to_supply on read.movement (to_supply) where to_supply is not null;

-- Each movement as its two entries.
create view read.entry as
select position, line, flow, unit, -amount as amount, occurred_on, from_account as account, from_zone as zone,
       from_parcel as parcel, from_project as project, from_supply as supply, from_quota_year as quota_year
from read.movement
union all
select position, line, flow, unit, amount, occurred_on, to_account, to_zone,
       to_parcel, to_project, to_supply, to_quota_year
from read.movement;
