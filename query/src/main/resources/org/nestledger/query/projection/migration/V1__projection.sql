-- One position for all read models, so that they never disagree about how far they are.
create table read.projection (
    only_row boolean primary key default true check (only_row),
    position bigint not null
);

insert into read.projection (position) values (0);

create table read.model (
    name    text primary key,
    version integer not null
);
