-- Both are asked with arrays, from which the planner takes it that a plan for these very values would be cheaper, and made
-- one for each call: that took several times as long as to run it. Their plan does not depend on the values.
alter function log.source(text[], text[], text[], bigint) set plan_cache_mode = force_generic_plan;
alter function log.conflicts(integer[], bigint[], text[], text[], integer[], bigint[], text[])
    set plan_cache_mode = force_generic_plan;
