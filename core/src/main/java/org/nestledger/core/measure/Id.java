package org.nestledger.core.measure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/** Marks a text component that names an entity: a letter or digit, then up to 119 letters, digits, dots, dashes or underscores. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Id {

    /** The syntax of every id. A slash or colon would make tags ambiguous. */
    Pattern SYNTAX = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,119}");

    String RULE = "starts with a letter or digit and has at most 120 letters, digits, dots, dashes or underscores";
}
