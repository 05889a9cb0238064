package org.nestledger.api.server;

import java.time.Clock;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.projection.Projections;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Hands the parts of the ledger to whatever serves them. They are opened and closed outside. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ComponentScan({"org.nestledger.api.rest", "org.nestledger.api.security", "org.nestledger.api.server"})
class ServerConfiguration {

    private static final int BYTES_OF_A_WRITE = 64 * 1024;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LedgerQueries queries(LedgerRuntime runtime) {
        return runtime.queries();
    }

    @Bean(destroyMethod = "")
    Projections projections(LedgerRuntime runtime) {
        return runtime.projections();
    }

    @Bean
    JsonMapper jsonMapper() {
        return ApiJson.mapper();
    }

    /** Answers of usual length go out in one write, which wakes up whoever waits for them once. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> writesOfTomcat() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES_OF_A_WRITE)));
    }

    /** What Tomcat refuses before a controller sees it is answered in the same form. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
