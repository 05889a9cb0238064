package org.nestledger.core.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Document;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.land.SplitChild;
import org.nestledger.core.ledger.CommandReader;
import org.nestledger.core.ledger.CommandReader.NotUnderstood;
import org.nestledger.core.ledger.CommandReader.Understood;
import org.nestledger.core.ledger.CommandTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.measure.Quantity;
import org.nestledger.core.permit.NewPower;
import org.nestledger.core.service.NewService;
import org.nestledger.core.supply.Instalment;
import org.nestledger.core.supply.UseTerm;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands in one line each, such as {@code AcquireLand parcel=p area=100mu on=2023-02-01}. {@code on} is the business
 * date, {@code doc} the number of a document, {@code children} lists {@code id:area:acquired:serviced:ready} in mu,
 * {@code instalments} lists {@code number:amount:due}, {@code useTerms} lists years, {@code powers} lists
 * {@code id:name:kind+kind}, {@code services} lists {@code id:name:due}. What a command must state but a test does
 * not care about has a default; the zone is {@code z}.
 */
public final class CommandLine {

    private static final Pattern QUANTITY = Pattern.compile("(-?[0-9.]+)(.+)");
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("zone", "z"),
            Map.entry("kind", "ZONE"),
            Map.entry("name", "Name"),
            Map.entry("method", "LISTING"),
            Map.entry("contractNumber", "K-1"),
            Map.entry("certificate", "GR-1"),
            Map.entry("stage", "INTRODUCED"),
            Map.entry("milestone", "roof"),
            Map.entry("format", "landchina"),
            Map.entry("projectName", "Plant"),
            Map.entry("holder", "Company"),
            Map.entry("landSource", "NEW"),
            Map.entry("naturalPerson", "false"),
            Map.entry("batch", "first batch"),
            Map.entry("source", "CAPITAL"),
            Map.entry("measure", "land.acquired"),
            Map.entry("subject", "z"),
            Map.entry("period", "2023"),
            Map.entry("unit", "mu"),
            Map.entry("precision", "exact"),
            Map.entry("phrase", "as it was said"),
            Map.entry("reason", "recorded by mistake"));

    private CommandLine() {}

    public static LedgerCommand parse(String line) {
        String[] words = line.strip().split("\\s+", -1);
        ObjectNode json = json(words);
        json.put("commandId", "test");
        return switch (CommandReader.read(words[0], LedgerJson.mapper().writeValueAsBytes(json))) {
            case Understood read -> read.command();
            case NotUnderstood not -> throw new AssertionError(line + "\n" + not.rejection());
        };
    }

    /** The command's own members as JSON, without an id. */
    public static ObjectNode json(String line) {
        return json(line.strip().split("\\s+", -1));
    }

    private static ObjectNode json(String[] words) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            given.put(word.substring(0, equals), word.substring(equals + 1).replace('~', ' '));
        }
        rename(given, "on", "occurredOn");
        rename(given, "doc", "documents");
        Class<?> type = Objects.requireNonNull(CommandTypes.byName().get(words[0]), words[0]);
        ObjectNode json = record(type, given);
        if (!given.isEmpty()) {
            throw new AssertionError(words[0] + " has no " + given.keySet());
        }
        return json;
    }

    private static void rename(Map<String, String> given, String shortName, String name) {
        String value = given.remove(shortName);
        if (value != null) {
            given.put(name, value);
        }
    }

    private static ObjectNode record(Class<?> type, Map<String, String> given) {
        ObjectNode json = LedgerJson.mapper().createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals("notice")) {
                json.set("notice", record(component.getType(), given));
                continue;
            }
            boolean optional = component.getAnnotatedType().getAnnotation(Nullable.class) != null;
            String value = given.remove(component.getName());
            value = value == null && !optional ? DEFAULTS.get(component.getName()) : value;
            if (value != null) {
                put(json, component, value);
            }
        }
        return json;
    }

    private static void put(ObjectNode json, RecordComponent component, String value) {
        Class<?> type = component.getType();
        String name = component.getName();
        if (type == Area.class || type == Money.class || type == Quantity.class) {
            json.set(name, quantity(value));
        } else if (type == long.class) {
            json.put(name, Long.parseLong(value));
        } else if (type == int.class || type == Integer.class) {
            json.put(name, Integer.parseInt(value));
        } else if (type == boolean.class) {
            json.put(name, Boolean.parseBoolean(value));
        } else if (component.getGenericType() instanceof ParameterizedType list) {
            ArrayNode array = json.putArray(name);
            for (String element : value.split(",", -1)) {
                element(array.addObject(), (Class<?>) list.getActualTypeArguments()[0], element.split(":", -1));
            }
        } else {
            json.put(name, value);
        }
    }

    private static void element(ObjectNode json, Class<?> type, String[] parts) {
        if (type == Document.class) {
            json.put("kind", "approval").put("number", parts[0]);
        } else if (type == UseTerm.class) {
            json.put("years", parts[0]);
        } else if (type == Instalment.class) {
            json.put("number", Integer.parseInt(parts[0])).set("amount", quantity(parts[1]));
            if (parts.length > 2) {
                json.put("dueOn", parts[2]);
            }
        } else if (type == NewPower.class) {
            json.put("power", parts[0]).put("name", parts.length > 1 ? parts[1] : "Power");
            ArrayNode covers = json.putArray("covers");
            Stream.of(parts)
                    .skip(2)
                    .flatMap(kinds -> Stream.of(kinds.split("[+]", -1)))
                    .forEach(covers::add);
        } else if (type == NewService.class) {
            json.put("service", parts[0]).put("name", parts.length > 1 ? parts[1] : "Service");
            if (parts.length > 2) {
                json.put("dueOn", parts[2]);
            }
        } else if (type == SplitChild.class) {
            json.put("parcel", parts[0]);
            String[] names = {"area", "acquired", "serviced", "ready"};
            for (int i = 0; i < names.length; i++) {
                json.set(names[i], quantity(parts[i + 1] + "mu"));
            }
        } else {
            throw new AssertionError("no short form of " + type.getSimpleName());
        }
    }

    private static ObjectNode quantity(String text) {
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches()) {
            throw new AssertionError("no quantity: " + text);
        }
        return LedgerJson.mapper()
                .createObjectNode()
                .put("value", parts.group(1))
                .put("unit", parts.group(2));
    }
}
