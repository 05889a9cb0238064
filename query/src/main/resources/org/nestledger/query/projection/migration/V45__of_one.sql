-- What project_details_at and qualification_at give of one project or enterprise. A report of a zone asks for
-- those of its own; folding all of the ledger's to take a few of them would take longer with every zone.
create function read.project_details_of(one text, as_of date, known_at bigint)
    returns table (project text, name text, enterprise text, industry text, origin text, land_need bigint)
    language sql stable as
$$
select d.project, d.name, d.enterprise, d.industry, d.origin, d.land_need
from read.project_details d
where d.project = one
  and d.occurred_on <= as_of
  and d.position <= known_at
  and not exists (select from read.reversed(as_of, known_at) r where r.reverses = d.position)
order by d.occurred_on desc, d.position desc
limit 1
$$;

create function read.qualification_of(one text, as_of date, known_at bigint)
    returns table (enterprise text, qualification text, certificate text, valid_from date, valid_until date)
    language sql stable as
$$
select q.enterprise, q.qualification, q.certificate, q.valid_from, q.valid_until
from (
    select distinct on (q.qualification) q.*
    from read.qualification q
    where q.enterprise = one
      and q.occurred_on <= as_of
      and q.position <= known_at
      and not exists (select from read.reversed(as_of, known_at) r where r.reverses = q.position)
    order by q.qualification, q.occurred_on desc, q.position desc) q
where not q.lapsed
$$;

-- A permit is in the books of its project's zone.
create index permit_entry_granted on read.permit_entry (zone, occurred_on) where status = 'GRANTED';
