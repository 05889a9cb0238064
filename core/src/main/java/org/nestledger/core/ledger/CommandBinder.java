package org.nestledger.core.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.ledger.CommandReader.Read;
import org.nestledger.core.ledger.CommandReader.Understood;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.core.measure.Money;
import org.nestledger.core.measure.Quantity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Binds a JSON object to the record of a command, checking what the record's components declare. */
final class CommandBinder {

    /** With a unit that each of them may have. */
    private static final Map<Class<?>, String> QUANTITIES =
            Map.of(Quantity.class, "mu", Area.class, "mu", Money.class, "CNY");

    private static final int MAX_TEXT = 4_000;
    private static final Pattern DAY = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String COMMAND = "command";
    static final String COMMAND_ID = "commandId";

    private CommandBinder() {}

    static Read bind(@Nullable String name, ObjectNode json) {
        checkText(json, "");
        String commandName = name == null ? text(json, COMMAND) : name;
        if (name == null) {
            json.remove(COMMAND);
        }
        Class<? extends LedgerCommand> type = CommandTypes.byName().get(commandName);
        if (type == null) {
            throw new Refusal(
                    RefusalCode.UNKNOWN_COMMAND,
                    "There is no command \"" + abbreviated(commandName) + "\".",
                    "Use one of "
                            + String.join(
                                    ", ", new TreeSet<>(CommandTypes.byName().keySet())) + ".");
        }
        String commandId = text(json, COMMAND_ID);
        if (commandId.isBlank() || commandId.length() > Submission.MAX_ID_LENGTH) {
            throw invalid(COMMAND_ID, "is 1 to " + Submission.MAX_ID_LENGTH + " characters long");
        }
        json.remove(COMMAND_ID);
        checkRecord(type, json, "");
        return new Understood(commandId, convert(type, json));
    }

    private static LedgerCommand convert(Class<? extends LedgerCommand> type, ObjectNode json) {
        try {
            return LedgerJson.mapper().treeToValue(json, type);
        } catch (DatabindException mismatch) {
            String path = mismatch.getPath().stream()
                    .map(reference -> reference.getPropertyName() == null
                            ? "[" + reference.getIndex() + "]"
                            : reference.getPropertyName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            throw invalid(path, "cannot be taken: " + reason(mismatch));
        } catch (JacksonException unreadable) {
            throw invalid("the command", "cannot be taken: " + Refusal.brief(unreadable));
        }
    }

    private static String reason(DatabindException mismatch) {
        for (Throwable cause = mismatch; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidQuantity invalid) {
                return String.valueOf(invalid.getMessage());
            }
        }
        return Refusal.said(mismatch).replaceAll("`?(java|org|tools)\\.[\\w.$]*[.$](\\w+)`?", "$2");
    }

    /** Every component that may not be absent is there, every member has a component, every id is one. */
    private static void checkRecord(Class<?> type, ObjectNode json, String path) {
        Map<String, RecordComponent> components = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, component -> component));
        for (String member : json.propertyNames()) {
            if (!components.containsKey(member)) {
                throw new Refusal(
                        RefusalCode.UNKNOWN_FIELD,
                        "\"" + path + abbreviated(member) + "\" is not a field of " + type.getSimpleName() + ".",
                        "Its fields are " + String.join(", ", new TreeSet<>(components.keySet())) + ".");
            }
        }
        for (RecordComponent component : type.getRecordComponents()) {
            checkComponent(component, json, path + component.getName());
        }
    }

    private static void checkComponent(RecordComponent component, ObjectNode json, String path) {
        JsonNode value = json.get(component.getName());
        if (value == null || value.isNull()) {
            if (component.getType() == List.class) {
                json.putArray(component.getName());
            } else if (component.getAnnotatedType().getAnnotation(Nullable.class) == null) {
                throw new Refusal(RefusalCode.MISSING_FIELD, "\"" + path + "\" is missing.", "State it.");
            }
            return;
        }
        if (component.getAnnotation(Id.class) != null
                && !(value.isString() && Id.SYNTAX.matcher(value.asString()).matches())) {
            throw invalid(path, "is no id: an id " + Id.RULE);
        }
        checkForm(component.getType(), value, path);
        if (component.getType().isRecord() && !isOneValue(component.getType()) && value instanceof ObjectNode inner) {
            checkRecord(component.getType(), inner, path + ".");
        }
        if (component.getType() == List.class && value.isArray()) {
            Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i).isNull()) {
                    throw invalid(path + "[" + i + "]", "is null");
                }
                checkForm(element, value.get(i), path + "[" + i + "]");
                if (element.isRecord() && value.get(i) instanceof ObjectNode inner) {
                    checkRecord(element, inner, path + "[" + i + "].");
                }
            }
        }
    }

    /** The parser alone would take a moment or a number for a day, and cut off fractions. */
    private static void checkForm(Class<?> type, JsonNode value, String path) {
        if (type == LocalDate.class && !isDay(value)) {
            throw invalid(path, "is no day; write it like \"2023-01-05\"");
        }
        if ((type == int.class || type == Integer.class) && !value.isInt()) {
            throw invalid(path, "is no whole number of a sensible size");
        }
        if (type == long.class && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw invalid(path, "is no whole number of a sensible size");
        }
        if (QUANTITIES.containsKey(type) && !value.isObject()) {
            throw invalid(
                    path,
                    "is no quantity; write it like {\"value\":\"12.5\",\"unit\":\"" + QUANTITIES.get(type) + "\"}");
        }
        if (type == List.class && !value.isArray()) {
            throw invalid(path, "is no list; write it like [...]");
        }
        if (type.isEnum()
                && Arrays.stream(type.getEnumConstants())
                        .noneMatch(constant ->
                                value.isString() && constant.toString().equals(value.asString()))) {
            throw invalid(path, "is none of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    private static boolean isDay(JsonNode value) {
        if (!value.isString() || !DAY.matcher(value.asString()).matches()) {
            return false;
        }
        try {
            LocalDate.parse(value.asString());
            return true;
        } catch (DateTimeParseException noSuchDay) {
            return false;
        }
    }

    /** Whether it is read as a whole and checks itself: a quantity, or a text of a form of its own. */
    private static boolean isOneValue(Class<?> type) {
        return type.getPackage().equals(Id.class.getPackage())
                || Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    /** No text is so long or holds such characters that the log could not keep it faithfully. */
    private static void checkText(JsonNode node, String path) {
        if (node.isString()) {
            checkString(node.asString(), path);
        }
        node.properties().forEach(member -> {
            checkString(member.getKey(), path + ".(name)");
            checkText(member.getValue(), path.isEmpty() ? member.getKey() : path + "." + member.getKey());
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkText(node.get(i), path + "[" + i + "]");
            }
        }
    }

    private static void checkString(String text, String path) {
        if (text.isBlank()) {
            throw invalid(path, "is blank; leave it out or state it");
        }
        if (text.length() > MAX_TEXT) {
            throw invalid(path, "has " + text.length() + " characters; at most " + MAX_TEXT + " are taken");
        }
        boolean unfit = text.codePoints()
                .anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f || (c >= 0xd800 && c <= 0xdfff));
        if (unfit) {
            throw invalid(path, "holds control characters or half a character");
        }
    }

    private static String text(ObjectNode json, String member) {
        JsonNode value = json.get(member);
        if (value == null || value.isNull()) {
            throw new Refusal(RefusalCode.MISSING_FIELD, "\"" + member + "\" is missing.", "State it.");
        }
        if (!value.isString()) {
            throw invalid(member, "is not a text");
        }
        return value.asString();
    }

    private static Refusal invalid(String field, String what) {
        return new Refusal(RefusalCode.INVALID_FIELD, "\"" + field + "\" " + what + ".", "Correct the field.");
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
