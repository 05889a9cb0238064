-- What was said in public is never reversed, only retracted. A retraction repeats nothing of the figure.
create table read.claim_entry (
    position    bigint primary key,
    occurred_on date not null,
    zone        text not null,
    figure      text not null,
    retracted   boolean not null,
    measure     text,
    subject     text,
    period      text,
    value       text,
    unit        text,
    precision   text,
    phrase      text,
    source      text,
    stated_on   date,
    reason      text
);

create index claim_entry_figure on read.claim_entry (figure, occurred_on, position);

create function read.claim_at(as_of date, known_at bigint)
    returns table (figure text, zone text, measure text, subject text, period text, value text, unit text,
                   "precision" text, phrase text, source text, stated_on date, published_on date, retracted_on date,
                   reason text)
    language sql stable as
$$
select p.figure, p.zone, p.measure, p.subject, p.period, p.value, p.unit,
       p.precision, p.phrase, p.source, p.stated_on, p.occurred_on, r.occurred_on, r.reason
from read.claim_entry p
left join lateral (
    select r.occurred_on, r.reason
    from read.claim_entry r
    where r.retracted and r.figure = p.figure and r.occurred_on <= as_of and r.position <= known_at
    order by r.occurred_on desc, r.position desc
    limit 1) r on true
where not p.retracted
  and p.occurred_on <= as_of
  and p.position <= known_at
$$;

-- What claim_at gives for all that is known, kept for lists.
create table read.claim (
    figure       text primary key,
    zone         text not null,
    measure      text not null,
    subject      text not null,
    period       text not null,
    value        text,
    unit         text not null,
    precision    text not null,
    phrase       text not null,
    source       text not null,
    stated_on    date not null,
    published_on date not null,
    retracted_on date,
    reason       text
);

create index claim_zone on read.claim (zone);
