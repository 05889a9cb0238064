package org.nestledger.api.cli;

import java.util.regex.Pattern;

/** A word of a command that is printed for people to copy into their shell. */
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    private ShellWord() {}

    /** The text as one word of a POSIX shell, in quotes when it needs them. */
    static String of(Object text) {
        String word = text.toString();
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
