-- Kind is FUNDING, which has a source, or PAYMENT or REFUND, which are of a supply. Amounts are whole minor units.
create table read.fund_entry (
    position    bigint primary key,
    occurred_on date not null,
    zone        text not null,
    kind        text not null,
    source      text,
    supply      text,
    project     text,
    parcel      text,
    amount      bigint not null,
    currency    text not null,
    note        text
);

create index fund_entry_zone on read.fund_entry (zone, occurred_on);
create index fund_entry_supply on read.fund_entry (supply) where supply is not null;
create index fund_entry_project on read.fund_entry (project) where project is not null;

create function read.fund_at(as_of date, known_at bigint)
    returns table ("position" bigint, occurred_on date, zone text, kind text, source text, supply text, project text,
                   parcel text, amount bigint, currency text, note text)
    language sql stable as
$$
select e.position, e.occurred_on, e.zone, e.kind, e.source, e.supply, e.project,
       e.parcel, e.amount, e.currency, e.note
from read.fund_entry e
where e.occurred_on <= as_of
  and e.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = e.position)
$$;
