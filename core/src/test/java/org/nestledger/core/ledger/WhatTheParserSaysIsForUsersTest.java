package org.nestledger.core.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.core.ledger.CommandReader.NotUnderstood;

class WhatTheParserSaysIsForUsersTest {

    private static final String GRANT =
            "{'commandId':'c','zone':'z','year':2024,'occurredOn':'2024-01-02','area':{'value':1,'unit':'mu'}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                     | not valid JSON: Unexpected end-of-input: expected close marker for Object (line 1, column 2).",
                "{'commandId':'c'} {}  | not valid JSON: Trailing token found after value (line 1, column 19).",
                "[[[[[[[[[[[[[[[[[[[[[ | Document nesting depth (21) exceeds the maximum allowed (20).",
                GRANT
                        + "              | \"area.value\" cannot be taken: Cannot coerce Integer value (1) to String value.",
                "{'commandId':'c','zone':'z','year':2024,'occurredOn':'2024-01-02','area':'1 mu'}"
                        + "              | \"area\" is no quantity; write it like {\"value\":\"12.5\",\"unit\":\"mu\"}.",
                "{'commandId':'c','zone':'z','year':2024,'occurredOn':'2024-01-02','area':1}"
                        + "              | \"area\" is no quantity; write it like {\"value\":\"12.5\",\"unit\":\"mu\"}.",
                "{'commandId':'c','zone':'z','year':2024,'occurredOn':'2024-01-02','documents':'d','area':{}}"
                        + "              | \"documents\" is no list; write it like [...].",
            })
    void andNamesNoneOfItsSwitches(String json, String expected) {
        byte[] bytes = json.strip().replace('\'', '"').getBytes(UTF_8);
        assertThat(CommandReader.read("GrantQuota", bytes))
                .isInstanceOfSatisfying(
                        NotUnderstood.class,
                        not -> assertThat(not.rejection().message()).contains(expected));
    }
}
