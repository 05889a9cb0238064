package org.nestledger.query;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.nestledger.core.ModuleRules;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Matter;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.ledger.LedgerJson;
import org.nestledger.core.log.EventLog;
import org.nestledger.core.log.LogEvent;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.core.log.SignedTree;
import org.nestledger.core.log.UndecodableEventException;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

@AnalyzeClasses(packages = "org.nestledger.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> READABLE_CORE = allowed(
            "events, measures, the journal and the log's reading side",
            Set.of(
                    LedgerEvent.class.getName(),
                    Matter.class.getName(),
                    EventTypes.class.getName(),
                    LedgerJson.class.getName(),
                    EventLog.class.getName(),
                    LogEvent.class.getName(),
                    RecordedEvent.class.getName(),
                    SignedTree.class.getName(),
                    UndecodableEventException.class.getName()));

    @ArchTest
    static final ArchRule DEPENDENCIES_GO_ONE_WAY = ModuleRules.doesNotDependOn("query", "api");

    @ArchTest
    static final ArchRule CORE_IS_ONLY_READ = classes()
            .that()
            .resideInAPackage("org.nestledger.query..")
            .should()
            .onlyDependOnClassesThat(READABLE_CORE.or(not(resideInAPackage("org.nestledger.core.."))));

    @ArchTest
    static final ArchRule NO_FRAMEWORK_BUT_JDBC = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.axonframework..",
                    "org.springframework.boot..",
                    "org.springframework.context..",
                    "org.springframework.web.."));

    @ArchTest
    static final ArchRule NO_DOUBLE_OR_FLOAT_IS_KEPT =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);

    @ArchTest
    static final ArchRule NO_DOUBLE_OR_FLOAT_IS_RETURNED =
            noMethods().should().haveRawReturnType(double.class).orShould().haveRawReturnType(float.class);

    /** Its connection is kept until somebody closes the stream. */
    @ArchTest
    static final ArchRule NO_QUERY_IS_LEFT_OPEN = noClasses().should().callMethod(MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule NO_CLOCK_AND_NO_RANDOM = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    /** Commands live in the events' packages, so a package alone does not tell. */
    private static DescribedPredicate<JavaClass> allowed(String description, Set<String> named) {
        return DescribedPredicate.describe(description, type -> {
            String layer = type.getPackageName().replace("org.nestledger.core.", "");
            return switch (layer) {
                case "measure", "journal", "journal.rules", "reversal" -> true;
                case "decision", "ledger", "log" -> named.contains(type.getName());
                default -> !layer.startsWith("log.") && !type.isAssignableTo(LedgerCommand.class);
            };
        });
    }
}
