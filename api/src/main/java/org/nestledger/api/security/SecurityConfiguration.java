package org.nestledger.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.api.database.ApiTokens;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.api.security.EndpointRule.Readers;
import org.nestledger.core.ledger.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/** What every request passes before it is answered. Nothing is kept of it: there are no sessions and no cookies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class SecurityConfiguration {

    private final Served served;
    private final Access access;
    private final Refuser refuser;
    private final Unauthenticated unauthenticated;
    private final RateLimits rates;
    private final RefusalAudit audit;

    SecurityConfiguration(
            Served served,
            Access access,
            Refuser refuser,
            Unauthenticated unauthenticated,
            RateLimits rates,
            RefusalWriter writer,
            Clock clock) {
        this.served = served;
        this.access = access;
        this.refuser = refuser;
        this.unauthenticated = unauthenticated;
        this.rates = rates;
        this.audit = new RefusalAudit(writer, clock);
    }

    /** Whatever gives commands to it gives them in the name of the request's sender. */
    @Bean(destroyMethod = "")
    Ledger ledger(LedgerRuntime runtime) {
        return new PermittedLedger(runtime.ledger(), access, audit::refused);
    }

    /** A request is observed once, as a whole; to observe each filter took a fifth of its time. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain requests(HttpSecurity http, FrontDoor door, ProviderManager identities) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // FrontDoor takes its place: a token that is sent back needs a session to compare it with.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecureHeaders::write)
                .anonymous(anybody -> anybody.principal(served.isOpen() ? Identity.READER : Identity.NOBODY))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, _) -> refuser.refuse(request, response, unauthenticated.refusal()))
                        .accessDeniedHandler((request, response, _) -> refuser.refuse(
                                request,
                                response,
                                RefusedRequest.notPermitted(
                                        "This is for somebody with a role in all zones.",
                                        "Ask somebody with such a role."))))
                .addFilterBefore(audit, HeaderWriterFilter.class)
                .addFilterAfter(new Check("door", refuser, door::check), HeaderWriterFilter.class)
                .addFilterBefore(credentials(identities), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new Check("rate", refuser, rates::count), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/log/**", "/actuator/health", "/error")
                        .permitAll()
                        // The same for every ledger: what can be asked, and a page to ask it with.
                        .requestMatchers(
                                "/api/v1/openapi.json", "/api/v1/openapi.yaml", "/", "/docs", "/docs/**", "/webjars/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((_, _) -> new AuthorizationDecision(
                                access.isAny(Identity.current(), Readers.OF_FIGURES.roles(), null)))
                        .requestMatchers(request -> served.isOpen() && isReading(request))
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    /** What the firewall does not let through before anything here has seen it: an address or a header of no sense. */
    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, _) -> refuser.refuse(request, response, RefusedRequest.malformed());
    }

    private static boolean isReading(HttpServletRequest request) {
        return List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    @Bean
    ProviderManager identities(
            LedgerRuntime runtime, Clock clock, ObjectProvider<JwtDecoder> provider, Environment environment) {
        List<AuthenticationProvider> identities = new ArrayList<>();
        identities.add(new TokenIdentities(new ApiTokens(runtime.database().requests()), clock));
        String claim = environment.getProperty("ledger.security.roles-claim", "nest_ledger");
        provider.ifAvailable(keys -> identities.add(new ProvidedTokens(keys, new ProvidedIdentities(claim))));
        if (served == Served.DEMONSTRATION) {
            identities.add(new DemoIdentities());
        }
        return new ProviderManager(identities);
    }

    private AuthenticationFilter credentials(ProviderManager identities) {
        AuthenticationFilter filter = new AuthenticationFilter(new Recognition(identities, rates), new Credentials());
        filter.setSuccessHandler((_, _, _) -> {});
        filter.setFailureHandler(this::failed);
        return filter;
    }

    /** What is not taken counts against its address; that nobody can look it up does not. */
    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        if (failure.getCause() instanceof Exception unreachable && failure instanceof AuthenticationServiceException) {
            refuser.refuse(request, response, unreachable);
            return;
        }
        refuser.refuse(request, response, rates.failed(request).orElseGet(unauthenticated::invalid));
    }
}
