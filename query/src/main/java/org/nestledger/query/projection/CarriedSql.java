package org.nestledger.query.projection;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads from PostgreSQL's catalogue what others made of the read models. */
final class CarriedSql {

    /** The statements that give on the live schema what is given there; what its owner has anyway is not among them. */
    static final String PRIVILEGES = """
            with given (acl, owner, what, place) as (
                select n.nspacl, n.nspowner, '', 'schema read' from pg_namespace n where n.nspname = 'read'
                union all
                select c.relacl, c.relowner, '', format('table read.%I', c.relname)
                from pg_class c where c.relnamespace = 'read'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
                union all
                select a.attacl, c.relowner, format(' (%I)', a.attname), format('table read.%I', c.relname)
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'read'::regnamespace and not a.attisdropped
                union all
                select p.proacl, p.proowner, '', 'function ' || p.oid::regprocedure
                from pg_proc p where p.pronamespace = 'read'::regnamespace and p.prokind = 'f'
            )
            select format('revoke execute on %s from public', place)
            from given where place like 'function %' and acl is not null
            union all
            select format('grant %s%s on %s to %s%s', x.privilege_type, what, place,
                case when x.grantee = 0 then 'public' else x.grantee::regrole::text end,
                case when x.is_grantable then ' with grant option' else '' end)
            from given, aclexplode(acl) x
            where x.grantee <> owner
            union all
            select format('alter default privileges for role %s in schema read grant %s on %s to %s%s',
                d.defaclrole::regrole, x.privilege_type,
                case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
                case when x.grantee = 0 then 'public' else x.grantee::regrole::text end,
                case when x.is_grantable then ' with grant option' else '' end)
            from pg_default_acl d, aclexplode(d.defaclacl) x
            where d.defaclnamespace = 'read'::regnamespace
            """;

    private static final String VIEWS = """
            with recursive reading (view, direct) as (
                select r.ev_class, true
                from (
                    select 'pg_class'::regclass, c.oid from pg_class c where c.relnamespace = $schema
                    union all
                    select 'pg_proc'::regclass, p.oid from pg_proc p where p.pronamespace = $schema
                ) as own (kind, oid)
                join pg_depend d on d.refclassid = own.kind and d.refobjid = own.oid and d.classid = 'pg_rewrite'::regclass
                join pg_rewrite r on r.oid = d.objid
                join pg_class v on v.oid = r.ev_class and v.relnamespace <> $schema
                union
                select r.ev_class, false
                from reading
                join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = reading.view
                    and d.classid = 'pg_rewrite'::regclass
                join pg_rewrite r on r.oid = d.objid and r.ev_class <> reading.view
            )
            select format('%I.%I', n.nspname, v.relname) as name, v.relkind = 'm' as materialized,
                bool_or(reading.direct) as direct, pg_get_viewdef(v.oid) as query,
                coalesce(' with (' || array_to_string(v.reloptions, ', ') || ')', '') as options
            from reading
            join pg_class v on v.oid = reading.view
            join pg_namespace n on n.oid = v.relnamespace
            group by v.oid, n.nspname
            order by v.oid
            """;

    private CarriedSql() {}

    /** The views outside of a schema that read it, themselves or through others, oldest first. */
    static <T> List<T> views(JdbcTemplate database, Schema schema, RowMapper<T> row) {
        return database.query(VIEWS.replace("$schema", "'" + schema.schema() + "'::regnamespace"), row);
    }
}
