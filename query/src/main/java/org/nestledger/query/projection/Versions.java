package org.nestledger.query.projection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The version of each read model, and of the schema that they are in.
 *
 * @param byName {@code schema} is the schema: the number of its last migration
 */
record Versions(Map<String, Integer> byName) {

    private static final String SCHEMA = "schema";

    /** How stored read models fit to a program. */
    enum Fit {
        SAME,
        /** They have to be built anew. */
        OLDER,
        /** A newer program built them; this one must not touch them. */
        NEWER
    }

    Versions {
        byName = Map.copyOf(byName);
    }

    /** What this program builds. */
    static Versions of(List<ReadModel> models) {
        Map<String, Integer> all = new TreeMap<>();
        models.forEach(model -> all.put(model.name(), model.version()));
        all.put(SCHEMA, ReadSchema.version());
        return new Versions(all);
    }

    static Versions stored(JdbcOperations database, Schema schema) {
        Map<String, Integer> all = new TreeMap<>();
        database.query(schema.in("select name, version from read.model"), row -> {
            all.put(row.getString(1), row.getInt(2));
        });
        return new Versions(all);
    }

    void store(JdbcOperations database, Schema schema) {
        database.update(schema.in("delete from read.model"));
        byName.forEach(
                (name, version) -> database.update(schema.in("insert into read.model values (?, ?)"), name, version));
    }

    /** How read models of these versions fit to a program that builds the wanted ones. */
    Fit fit(Versions wanted) {
        if (byName.equals(wanted.byName)) {
            return Fit.SAME;
        }
        boolean newer = byName.entrySet().stream()
                .anyMatch(is -> is.getValue() > wanted.byName.getOrDefault(is.getKey(), Integer.MAX_VALUE));
        return newer ? Fit.NEWER : Fit.OLDER;
    }

    /** The names of the read models whose version is not the other's. */
    Set<String> differing(Versions other) {
        Set<String> names = new TreeSet<>(byName.keySet());
        names.addAll(other.byName.keySet());
        names.remove(SCHEMA);
        names.removeIf(name -> byName.getOrDefault(name, 0).equals(other.byName.getOrDefault(name, 0)));
        return names;
    }
}
