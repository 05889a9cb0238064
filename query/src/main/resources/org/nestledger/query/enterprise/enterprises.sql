select e.enterprise as id, e.*, coalesce(
    (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'qualification', q.qualification,
                'certificate', q.certificate,
                'validFrom', q.valid_from,
                'validUntil', q.valid_until)) order by q.qualification)
     from read.qualification_at(:asOf, :knownAt) q
     where q.enterprise = e.enterprise),
    '[]') as qualifications
from {enterprise} e
