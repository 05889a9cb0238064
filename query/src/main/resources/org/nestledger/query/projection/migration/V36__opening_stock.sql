-- What the books of a parcel were opened with: its movements do not tell existing land from converted.
create table read.opening_stock (
    position    bigint primary key,
    occurred_on date not null,
    zone        text not null,
    parcel      text not null,
    existing    bigint not null,
    converted   bigint not null,
    quota_year  integer
);

create index opening_stock_zone on read.opening_stock (zone);
