package org.nestledger.api.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nestledger.core.decision.Role;
import org.nestledger.core.measure.Id;

/**
 * What somebody is in a zone and in all zones within it. Written {@code role@zone}, such as {@code committee@zhaoqing}.
 *
 * @param zone {@value #EVERYWHERE} for all zones there are and will be
 */
public record Grant(Role role, String zone) {

    public static final String EVERYWHERE = "*";

    private static final Pattern FORM = Pattern.compile("([a-z]+)@(.+)");

    /** @throws IllegalArgumentException when there is no such role or zone id; the message is for people */
    public static Grant parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no role in a zone; write it like committee@zhaoqing.");
        }
        return of(parts.group(1), parts.group(2));
    }

    /** @throws IllegalArgumentException when there is no such role or zone id; the message is for people */
    public static Grant of(String role, String zone) {
        if (!zone.equals(EVERYWHERE) && !Id.SYNTAX.matcher(zone).matches()) {
            throw new IllegalArgumentException(
                    "\"" + zone + "\" is no id of a zone; an id " + Id.RULE + ", and * stands for all zones.");
        }
        return Arrays.stream(Role.values())
                .filter(each -> name(each).equals(role))
                .findFirst()
                .map(each -> new Grant(each, zone))
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no role \"" + role + "\"; there are " + roles() + "."));
    }

    public boolean isEverywhere() {
        return zone.equals(EVERYWHERE);
    }

    @Override
    public String toString() {
        return name(role) + "@" + zone;
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Grant::name).collect(Collectors.joining(", "));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
