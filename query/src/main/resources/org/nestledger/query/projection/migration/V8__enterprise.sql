create table read.enterprise_details (
    position    bigint primary key,
    occurred_on date not null,
    enterprise  text not null,
    zone        text not null,
    name        text not null,
    industry    text,
    origin      text
);

create index enterprise_details_enterprise on read.enterprise_details (enterprise, occurred_on, position);

-- A lapse is an entry too: from its day on the recognition that it names is gone.
create table read.qualification (
    position      bigint primary key,
    occurred_on   date not null,
    enterprise    text not null,
    qualification text not null,
    lapsed        boolean not null,
    certificate   text not null,
    valid_from    date not null,
    valid_until   date
);

create index qualification_enterprise on read.qualification (enterprise, qualification, occurred_on, position);

create function read.enterprise_at(as_of date, known_at bigint)
    returns table (enterprise text, zone text, name text, industry text, origin text, registered_on date)
    language sql stable as
$$
select distinct on (d.enterprise) d.enterprise, d.zone, d.name, d.industry, d.origin, d.occurred_on
from read.enterprise_details d
where d.occurred_on <= as_of
  and d.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = d.position)
order by d.enterprise, d.occurred_on desc, d.position desc
$$;

-- What was stated last of each recognition and did not lapse. The caller asks whether it covers a day.
create function read.qualification_at(as_of date, known_at bigint)
    returns table (enterprise text, qualification text, certificate text, valid_from date, valid_until date)
    language sql stable as
$$
select q.enterprise, q.qualification, q.certificate, q.valid_from, q.valid_until
from (
    select distinct on (q.enterprise, q.qualification) q.*
    from read.qualification q
    where q.occurred_on <= as_of
      and q.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = q.position)
    order by q.enterprise, q.qualification, q.occurred_on desc, q.position desc) q
where not q.lapsed
$$;

-- What enterprise_at gives for all that is known, kept for lists.
create table read.enterprise (
    enterprise    text primary key,
    zone          text not null,
    name          text not null,
    industry      text,
    origin        text,
    registered_on date not null
);

create index enterprise_zone on read.enterprise (zone);
