package org.nestledger.api.rest.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.nestledger.api.security.Served;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the description says of the interface as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String ABOUT = """
            What happened in industrial zones, and every figure that is computed from it.

            Quantities are `{"value":"12.5","unit":"mu"}`; a value is a decimal in a string. Days are `2023-12-31`.
            What is absent is left out. A refusal is a problem document (RFC 9457) whose `code` is stable.
            Each operation has an example; those of this description are run against the demonstration's data by the tests.""";

    @Bean
    OpenAPI description(Served served) {
        Components components = new Components()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "An API token of `./ledger token create`, or one that the configured identity"
                                                + " provider has signed."));
        OpenAPI api = new OpenAPI()
                .info(new Info()
                        .title("Nest Ledger")
                        .version("1")
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("The server that gave this description.")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
        if (served == Served.DEMONSTRATION) {
            components.addSecuritySchemes(
                    "basic",
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("basic")
                            .description(
                                    "One of `headquarters`, `committee`, `platform` and `auditor`, with the password"
                                            + " `demo`. In the demonstration alone."));
            api.addSecurityItem(new SecurityRequirement().addList("basic"));
        }
        return api;
    }

    /** The first to be registered is the last to be asked. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }
}
