package org.nestledger.api.rest.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to the demonstration and what it answers, shortened.
 *
 * @param parameters by name, wherever they stand in the request
 * @param body what is sent; nothing when absent
 */
record Example(Map<String, JsonNode> parameters, @Nullable JsonNode body, Answer answer) {

    /**
     * What is answered.
     *
     * @param type the media type; absent when nothing is answered
     * @param body of each list the first two items; a text when the type is none of JSON
     */
    record Answer(
            int status, @Nullable String type, @Nullable JsonNode body) {}
}
