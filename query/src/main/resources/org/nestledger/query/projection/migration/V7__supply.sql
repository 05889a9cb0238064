create table read.supply_contract (
    position          bigint primary key,
    occurred_on       date not null,
    supply            text not null,
    zone              text not null,
    parcel            text not null,
    project           text not null,
    area              bigint not null,
    method            text not null,
    contract_number   text not null,
    price_amount      bigint,
    price_currency    text,
    agreed_delivery   date,
    agreed_start      date,
    agreed_completion date,
    notice_format     text,
    notice_key        text,
    warnings          text[] not null,
    terms             jsonb not null
);

create index supply_contract_supply on read.supply_contract (supply, occurred_on, position);

create table read.supply_rescission (
    position    bigint primary key,
    occurred_on date not null,
    supply      text not null,
    area        bigint not null
);

create index supply_rescission_supply on read.supply_rescission (supply, occurred_on, position);

create function read.supply_at(as_of date, known_at bigint)
    returns table (supply text, zone text, parcel text, project text, supplied_on date, area bigint, rescinded bigint,
                   method text, contract_number text, price_amount bigint, price_currency text, agreed_delivery date,
                   agreed_start date, agreed_completion date, notice_format text, notice_key text, warnings text[],
                   terms jsonb)
    language sql stable as
$$
select c.supply, c.zone, c.parcel, c.project, c.occurred_on, c.area, b.area,
       c.method, c.contract_number, c.price_amount, c.price_currency, c.agreed_delivery,
       c.agreed_start, c.agreed_completion, c.notice_format, c.notice_key, c.warnings, c.terms
from read.supply_contract c
left join lateral (
    select coalesce(sum(b.area), 0)::bigint as area
    from read.supply_rescission b
    where b.supply = c.supply and b.occurred_on <= as_of and b.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = b.position)) b on true
where c.occurred_on <= as_of
  and c.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = c.position)
$$;

-- What supply_at gives for all that is known, kept for lists.
create table read.supply (
    supply            text primary key,
    zone              text not null,
    parcel            text not null,
    project           text not null,
    supplied_on       date not null,
    area              bigint not null,
    rescinded         bigint not null,
    method            text not null,
    contract_number   text not null,
    price_amount      bigint,
    price_currency    text,
    agreed_delivery   date,
    agreed_start      date,
    agreed_completion date,
    notice_format     text,
    notice_key        text,
    warnings          text[] not null,
    terms             jsonb not null
);

create index supply_zone on read.supply (zone);
create index supply_project on read.supply (project);
create index supply_parcel on read.supply (parcel);
