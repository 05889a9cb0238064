package org.nestledger.api.rest;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.nestledger.api.runtime.Stated;
import org.nestledger.query.report.KnownAt;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read before a controller sees them. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {

    private final RequestRules rules;

    RestConfiguration(RequestRules rules) {
        this.rules = rules;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rules).addPathPatterns("/api/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, KnownAt.class, KnownAt::parse);
        registry.addConverter(String.class, LocalDate.class, Stated::day);
        registry.addConverter(String.class, Year.class, Stated::year);
        registry.addConverter(String.class, YearMonth.class, Stated::month);
    }
}
