package org.nestledger.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.LedgerCommand;

@AnalyzeClasses(packages = "org.nestledger.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FEATURES =
            Set.of("zone", "quota", "opening", "land", "supply", "project", "enterprise", "notice", "reversal").stream()
                    .map(feature -> "org.nestledger.core." + feature + "..")
                    .toArray(String[]::new);

    private static final String[] PURE = {
        "org.nestledger.core.measure..", "org.nestledger.core.decision..", "org.nestledger.core.journal.."
    };

    @ArchTest
    static final ArchRule DEPENDENCIES_GO_ONE_WAY = ModuleRules.doesNotDependOn("core", "query", "api");

    @ArchTest
    static final ArchRule FEATURES_KNOW_NO_COMMANDS_OR_DECIDERS_OF_OTHERS =
            classes().that().resideInAnyPackage(FEATURES).should(notKnowForeignDecisions());

    @ArchTest
    static final ArchRule FEATURES_KNOW_NO_FRAMEWORK_AND_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .or()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(describe(
                    "are of Spring, JDBC, the log, or of Axon other than annotations on messages",
                    type -> type.getName().matches("(org\\.springframework|java\\.sql|javax\\.sql)\\..*")
                            || type.getPackageName().startsWith("org.nestledger.core.log")
                            || (type.getPackageName().startsWith("org.axonframework") && !type.isAnnotation())));

    @ArchTest
    static final ArchRule NO_CLOCK_AND_NO_CHANCE_IN_DECISIONS = noClasses()
            .that()
            .resideOutsideOfPackages("org.nestledger.core.ledger..", "org.nestledger.core.log..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule NO_INEXACT_NUMBERS = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_CONSTANTS =
            fields().that().areStatic().should().beFinal();

    private static ArchCondition<JavaClass> notKnowForeignDecisions() {
        return new ArchCondition<>("know no command or decider of another feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isDecision(dependency.getTargetClass()))
                        .filter(dependency ->
                                !dependency.getTargetClass().getPackageName().equals(type.getPackageName()))
                        .filter(dependency ->
                                !dependency.getTargetClass().getPackageName().equals("org.nestledger.core.decision"))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean isDecision(JavaClass type) {
        return type.isAssignableTo(LedgerCommand.class) || type.isAssignableTo(Decider.class);
    }
}
