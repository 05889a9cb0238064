package org.nestledger.api.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description itself. It is the same for everybody, and made once, when it is first asked for. */
@Hidden
@RestController
class OpenApiController extends OpenApiWebMvcResource {

    private static final String JSON = "/api/v1/openapi.json";
    private static final String YAML = "/api/v1/openapi.yaml";

    private byte @Nullable [] json;
    private byte @Nullable [] yaml;

    OpenApiController(
            ObjectFactory<OpenAPIService> service,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(service, requests, responses, operations, properties, providers, customizers);
    }

    @Override
    @GetMapping(path = JSON, produces = "application/json")
    public synchronized byte[] openapiJson(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        if (json == null) {
            json = writeJsonValue(description());
        }
        return json;
    }

    @Override
    @GetMapping(path = YAML, produces = "application/yaml")
    public synchronized byte[] openapiYaml(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        if (yaml == null) {
            yaml = writeYamlValue(description());
        }
        return yaml;
    }

    /** Whatever language somebody reads: each that is asked for would be kept for ever. */
    private OpenAPI description() {
        return getOpenApi(Locale.ROOT);
    }
}
