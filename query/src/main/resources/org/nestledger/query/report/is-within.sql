-- Whether a zone is another one or lies within it.
select exists (select from read.zone_ancestor where zone = :zone and ancestor = :ancestor)
