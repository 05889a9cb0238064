package org.nestledger.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Rules on what a module may depend on, shared by the architecture tests of all modules. */
public final class ModuleRules {

    private ModuleRules() {}

    /** The module must not depend on modules that depend on it. */
    public static ArchRule doesNotDependOn(String module, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "org.nestledger." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("org.nestledger." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
