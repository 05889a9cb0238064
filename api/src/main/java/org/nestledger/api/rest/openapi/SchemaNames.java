package org.nestledger.api.rest.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names schemas after their classes: a nested one after those around it as well, when its own name would not tell enough. */
final class SchemaNames extends TypeNameResolver {

    /** Top-level classes of which there are several with one name. */
    private static final Set<String> AMBIGUOUS =
            Set.of("Entry", "Group", "Kind", "Place", "Row", "Standing", "Asked", "Part");

    private final Map<String, Class<?>> owners = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = name(type);
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            throw new IllegalStateException("One schema name for two: " + owner.getName() + " and " + type.getName());
        }
        return name;
    }

    /** The name of a class's schema. */
    static String name(Class<?> type) {
        String own = type.getSimpleName();
        Class<?> around = type.getEnclosingClass();
        if (around == null) {
            return AMBIGUOUS.contains(own) ? capital(type.getPackageName()) + own : own;
        }
        return around.isSealed() ? own : name(around) + own;
    }

    private static String capital(String packageName) {
        String last = packageName.substring(packageName.lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
