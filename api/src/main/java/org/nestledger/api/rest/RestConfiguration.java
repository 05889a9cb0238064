package org.nestledger.api.rest;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.nestledger.api.runtime.Stated;
import org.nestledger.api.security.GuardConfiguration;
import org.nestledger.query.report.KnownAt;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests are read before a controller sees them. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {

    private static final int BEFORE_THE_GUARD = GuardConfiguration.ORDER - 1;

    /** Nobody is told that an answer is the same as before who may not have it. */
    private static final int AFTER_THE_GUARD = GuardConfiguration.ORDER + 1;

    private final RequestRules rules;
    private final ReadTags tags;
    private final LargeAnswers large;

    RestConfiguration(RequestRules rules, ReadTags tags, LargeAnswers large) {
        this.rules = rules;
        this.tags = tags;
        this.large = large;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rules).addPathPatterns("/api/**").order(BEFORE_THE_GUARD);
        registry.addInterceptor(tags).addPathPatterns("/api/**").order(AFTER_THE_GUARD);
        // Whoever has the answer already needs no room for it.
        registry.addInterceptor(large).addPathPatterns(LargeAnswers.PATHS).order(AFTER_THE_GUARD + 1);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new Representation()));
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new CsvConverter());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, KnownAt.class, KnownAt::parse);
        registry.addConverter(String.class, LocalDate.class, Stated::day);
        registry.addConverter(String.class, Year.class, Stated::year);
        registry.addConverter(String.class, YearMonth.class, Stated::month);
    }
}
