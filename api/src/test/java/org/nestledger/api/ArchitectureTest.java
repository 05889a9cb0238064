package org.nestledger.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.nestledger.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_DATABASE_PACKAGE_KNOWS_JDBC = noClasses()
            .that()
            .resideOutsideOfPackage("org.nestledger.api.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.postgresql..", "com.zaxxer..", "org.springframework.jdbc.core..");

    @ArchTest
    static final ArchRule ONLY_SERVER_AND_REST_KNOW_THE_WEB = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.nestledger.api.rest..", "org.nestledger.api.security..", "org.nestledger.api.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "org.apache.catalina..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOT_SEEN_OUTSIDE =
            classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.nestledger.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_IS_A_BINARY_FRACTION =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);
}
