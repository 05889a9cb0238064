-- What these read models were last compared with: others that were folded from the log anew.
create table read.comparison (
    only_row    boolean primary key default true check (only_row),
    position    bigint not null,
    differences bigint not null,
    compared_at timestamptz not null
);
