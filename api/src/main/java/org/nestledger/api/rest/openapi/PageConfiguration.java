package org.nestledger.api.rest.openapi;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The page to try the interface: files of the program and of Swagger UI, which Spring serves as they are. The address
 * of the server alone leads there.
 */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final String PAGE = "/docs";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", PAGE + "/");
        registry.addRedirectViewController(PAGE, PAGE + "/");
        registry.addViewController(PAGE + "/").setViewName("forward:" + PAGE + "/index.html");
    }
}
