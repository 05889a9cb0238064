package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That a project took the fewest days is proved by the records of all projects, and by its own alone only how many it took. */
class TheFastestProjectIsProvedOnTheCommandLineIT {

    private static final String FASTEST = "permits.four-certificates.fastest";

    /** Project a took 12 days. Of the same zone d takes 21, and of the one below it b 20. */
    private static final RecordedYear YEAR =
            RecordedYear.with("""
            IntroduceProject zone=z project=d on=2023-03-02
            SupplyLand zone=z parcel=p project=d supply=t area=5mu on=2023-06-02
            ServiceLand zone=sub parcel=q area=10mu on=2023-03-02
            ConvertLand zone=sub parcel=q area=10mu quotaZone=z quotaYear=2023 on=2023-03-02 doc=2
            SupplyLand zone=sub parcel=q project=b supply=u area=5mu on=2023-06-02
            """ + certificates("sub", "b", 20) + certificates("z", "d", 21));

    private static String certificates(String zone, String project, int days) {
        StringBuilder commands = new StringBuilder();
        int number = 0;
        for (String kind : new String[] {"REAL_ESTATE", "LAND_USE_PLANNING", "CONSTRUCTION_PLANNING", "CONSTRUCTION"}) {
            String permit = project + ++number;
            commands.append("ApplyForPermit zone=%s project=%s permit=%s kind=%s on=2023-08-01\n"
                    .formatted(zone, project, permit, kind));
            commands.append("GrantPermit zone=%s project=%s permit=%s authority=city on=2023-08-%02d\n"
                    .formatted(zone, project, permit, days));
        }
        return commands.toString();
    }

    @Test
    void theDaysOfTheFastestAreProvedAsTheFewest() {
        Path file = YEAR.proof(FASTEST);
        CommandLineRun run = YEAR.verify(file, "--complete=" + YEAR.exported);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Verified: " + FASTEST + " of a in 2023 is 12 days")
                .contains("Formula: fewest days from a project's first application", "Complete: ");
    }

    @Test
    void withoutTheWholeLogTheyAreNoMoreThanTheDaysOfTheProject() {
        CommandLineRun run = YEAR.verify(YEAR.proof(FASTEST));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .doesNotContain("fewest")
                .contains(
                        "Formula: days of this project from its first application",
                        "whether another project was faster is shown only with --complete.");
    }

    @Test
    void theDaysOfASlowerOneAreNotTheFewest() {
        Path file = YEAR.proof(FASTEST, "--subject=d");
        assertThat(YEAR.verify(file).out()).startsWith("Verified: " + FASTEST + " of d in 2023 is 21 days");
        CommandLineRun run = YEAR.verify(file, "--complete=" + YEAR.exported);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> line.startsWith("ledger:")))
                .containsExactly(
                        "ledger: The figure is NOT verified: against the export, it is not the fewest days: project a"
                                + " took fewer.");
    }

    @Test
    void whoIsTheFastestOfItsOwnZoneIsNotHeldAgainstThoseOfAnother() {
        Path file = YEAR.proof(FASTEST, "--subject=b");
        CommandLineRun run = YEAR.verify(file, "--complete=" + YEAR.exported);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Verified: " + FASTEST + " of b in 2023 is 20 days");
    }
}
