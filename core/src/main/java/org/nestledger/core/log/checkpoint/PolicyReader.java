package org.nestledger.core.log.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Quorum;
import org.nestledger.core.log.checkpoint.WitnessPolicy.Witness;

/** Reads one policy file, line by line. */
final class PolicyReader {

    private static final String NOBODY = "none";
    private static final int LONGEST_THRESHOLD = 6;

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    WitnessPolicy read(byte[] file) {
        String[] lines = text(file).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                line(lines[i]);
            } catch (UnverifiedException wrong) {
                throw new UnverifiedException("line " + (i + 1) + ": " + wrong.what(), wrong);
            }
        }
        Quorum stated = quorum;
        if (stated == null) {
            throw new UnverifiedException("line " + lines.length + ": it ends without a line \"quorum <name>\"");
        }
        return new WitnessPolicy(logs, witnesses, stated);
    }

    /** Names that are no UTF-8 are octets that mean nothing. */
    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException octets) {
            return new String(file, StandardCharsets.ISO_8859_1);
        }
    }

    private void line(String line) {
        if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new UnverifiedException("it holds a control character");
        }
        List<String> words = Arrays.stream(line.split("[ \t]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.getFirst().startsWith("#")) {
            return;
        }
        switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default ->
                throw new UnverifiedException("\"" + words.getFirst() + "\" is none of log, witness, group, quorum");
        }
    }

    private void log(List<String> words) {
        expect(words, 2, 3, "log <vkey> [<url>]");
        VerifierKey key = VerifierKey.parse(words.get(1));
        if (key.cosigns()) {
            throw new UnverifiedException("the key of " + key.name() + " is a witness's and not a log's");
        }
        if (logs.stream().anyMatch(known -> Arrays.equals(known.publicKey(), key.publicKey()))) {
            throw new UnverifiedException("the key of " + key.name() + " stands there twice");
        }
        logs.add(key);
    }

    private void witness(List<String> words) {
        expect(words, 3, 4, "witness <name> <vkey> [<url>]");
        VerifierKey key = VerifierKey.parse(words.get(2));
        if (!key.cosigns()) {
            throw new UnverifiedException("the key of " + key.name() + " is a log's and not a witness's");
        }
        if (witnesses.stream().anyMatch(known -> Arrays.equals(known.key().publicKey(), key.publicKey()))) {
            throw new UnverifiedException("the key of " + key.name() + " stands there twice");
        }
        name(words.get(1), new Quorum.One(key));
        witnesses.add(new Witness(words.get(1), key, words.size() > 3 ? words.get(3) : null));
    }

    private void group(List<String> words) {
        expect(words, 4, Integer.MAX_VALUE, "group <name> <k>|any|all <name>...");
        List<Quorum> of = words.subList(3, words.size()).stream()
                .map(name -> {
                    Quorum member = known(name);
                    if (!members.add(name)) {
                        throw new UnverifiedException("\"" + name + "\" is a member of a group already");
                    }
                    return member;
                })
                .toList();
        name(words.get(1), new Quorum.Group(threshold(words.get(2), of.size()), of));
    }

    private static int threshold(String text, int size) {
        int threshold = switch (text) {
            case "any" -> 1;
            case "all" -> size;
            default -> text.matches("[1-9][0-9]*") && text.length() <= LONGEST_THRESHOLD ? Integer.parseInt(text) : 0;
        };
        if (threshold < 1 || threshold > size) {
            throw new UnverifiedException("\"" + text + "\" is no number of members of a group of " + size);
        }
        return threshold;
    }

    private void quorum(List<String> words) {
        expect(words, 2, 2, "quorum <name>|none");
        if (quorum != null) {
            throw new UnverifiedException("the quorum is stated already");
        }
        quorum = words.get(1).equals(NOBODY) ? new Quorum.Nobody() : known(words.get(1));
    }

    private Quorum known(String name) {
        Quorum found = named.get(name);
        if (found == null) {
            throw new UnverifiedException("no line before it says what \"" + name + "\" is");
        }
        return found;
    }

    private void name(String name, Quorum what) {
        if (name.equals(NOBODY) || named.putIfAbsent(name, what) != null) {
            throw new UnverifiedException("the name \"" + name + "\" is taken");
        }
    }

    private static void expect(List<String> words, int least, int most, String form) {
        if (words.size() < least || words.size() > most) {
            throw new UnverifiedException("it is not of the form \"" + form + "\"");
        }
    }
}
