package org.nestledger.query;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.nestledger.core.ModuleRules;

@AnalyzeClasses(packages = "org.nestledger.query", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DEPENDENCIES_GO_ONE_WAY = ModuleRules.doesNotDependOn("query", "api");
}
