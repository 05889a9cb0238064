package org.nestledger.api.runtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that leaves the program, over HTTP and from the command line: nothing for what is absent. */
public final class ApiJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ApiJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }
}
