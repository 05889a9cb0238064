-- The zones that a figure of one zone is rolled up over.
select zone from read.zone_ancestor where ancestor = :subject
