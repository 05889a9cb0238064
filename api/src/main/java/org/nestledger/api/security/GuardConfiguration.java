package org.nestledger.api.security;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard before everything that answers requests. */
@Configuration(proxyBeanMethods = false)
public class GuardConfiguration implements WebMvcConfigurer {

    /** Of the interceptors: what reads a request comes before, what answers it after. */
    public static final int ORDER = 1;

    private final EndpointGuard guard;

    GuardConfiguration(EndpointGuard guard) {
        this.guard = guard;
    }

    /** After what looks at the parameters, so that a zone is stated once and a write that was waited for is there. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).order(ORDER);
    }
}
