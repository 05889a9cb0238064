package org.nestledger.core.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads one command from its JSON, or says in one sentence what is wrong with it and where. */
public final class CommandReader {

    /** What was read. */
    public sealed interface Read {}

    public record Understood(String commandId, LedgerCommand command) implements Read {}

    public record NotUnderstood(Rejection rejection) implements Read {}

    private CommandReader() {}

    /** A command whose name stands in its member {@code command}, as in a file of commands. */
    public static Read read(byte[] json) {
        return read(null, json);
    }

    /**
     * A command of this name.
     *
     * @param json UTF-8, an object of {@code commandId} and the command's own members
     */
    public static Read read(@Nullable String name, byte[] json) {
        try {
            return CommandBinder.bind(name, object(json));
        } catch (Refusal refusal) {
            return new NotUnderstood(refusal.rejection());
        }
    }

    /**
     * A command of this name whose id stands outside of it, and in it too only if it is the same.
     *
     * @param json UTF-8, an object of the command's own members
     */
    public static Read read(String name, String commandId, byte[] json) {
        try {
            ObjectNode object = object(json);
            JsonNode stated = object.get(CommandBinder.COMMAND_ID);
            if (stated != null && !stated.equals(StringNode.valueOf(commandId))) {
                throw new Refusal(
                        RefusalCode.INVALID_FIELD,
                        "\"" + CommandBinder.COMMAND_ID + "\" is another id than the request's key.",
                        "Give the id once, or the same twice.");
            }
            return CommandBinder.bind(name, object.put(CommandBinder.COMMAND_ID, commandId));
        } catch (Refusal refusal) {
            return new NotUnderstood(refusal.rejection());
        }
    }

    private static ObjectNode object(byte[] json) {
        if (json.length > LedgerJson.MAX_LENGTH) {
            throw new Refusal(
                    RefusalCode.TOO_LARGE,
                    "The command has more than " + LedgerJson.MAX_LENGTH + " bytes.",
                    "Send it in smaller parts.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            JsonNode node = LedgerJson.mapper().readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.malformed("The command is not a JSON object.");
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.malformed("The command is not valid UTF-8.");
        } catch (StreamConstraintsException tooMuch) {
            throw Refusal.malformed("The command nests or stretches too far: " + Refusal.brief(tooMuch) + ".");
        } catch (JacksonException broken) {
            throw Refusal.malformed("The command is not valid JSON: " + Refusal.brief(broken) + ".");
        }
    }
}
