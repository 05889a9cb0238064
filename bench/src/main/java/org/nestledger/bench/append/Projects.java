package org.nestledger.bench.append;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.Role;
import org.nestledger.core.decision.Sender;
import org.nestledger.core.land.LandCommand.AcquireLand;
import org.nestledger.core.land.LandCommand.RegisterParcel;
import org.nestledger.core.land.LandCommand.ServiceLand;
import org.nestledger.core.ledger.Ledger;
import org.nestledger.core.ledger.Outcome;
import org.nestledger.core.ledger.Submission;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.project.ProjectCommand.IntroduceProject;
import org.nestledger.core.project.ProjectCommand.RecordInvestment;
import org.nestledger.core.supply.SupplyCommand.SupplyLand;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;
import org.nestledger.core.zone.ZoneKind;

/** Projects of one zone, each with a serviced parcel that is large enough for every supply, and what is asked of them. */
final class Projects {

    static final Sender SENDER = new Sender("bench", Role.all());

    private static final String ZONE = "z1";
    private static final LocalDate DAY = LocalDate.of(2023, 3, 1);
    private static final Area PARCEL = new Area(1_000_000_000_000L);
    private static final Area SUPPLY = new Area(10_000);
    private static final int THREADS = 64;

    private Projects() {}

    /** Records so many projects with their land through the ledger. */
    static void record(Ledger ledger, int count) throws Exception {
        submit(ledger, "zone", new DesignateZone(ZONE, ZoneKind.ZONE, "Bench", null, null, DAY, List.of()));
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> projects = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                projects.add(executor.submit(() -> project(ledger, number)));
            }
            for (Future<?> project : projects) {
                project.get();
            }
        }
    }

    private static void project(Ledger ledger, int number) {
        String id = Integer.toString(number);
        String parcel = parcel(id);
        submit(
                ledger,
                "register" + id,
                new RegisterParcel(ZONE, parcel, PARCEL, null, null, null, null, DAY, List.of()));
        submit(ledger, "acquire" + id, new AcquireLand(ZONE, parcel, PARCEL, PARCEL, null, DAY, List.of()));
        submit(ledger, "service" + id, new ServiceLand(ZONE, parcel, PARCEL, null, DAY, List.of()));
        submit(
                ledger,
                "introduce" + id,
                new IntroduceProject(
                        ZONE, id, "Project " + id, null, "Holder", null, null, null, null, DAY, List.of()));
    }

    /** A new supply of a little land to a project. */
    static SupplyLand supply(String project, String supply) {
        return new SupplyLand(
                ZONE,
                parcel(project),
                project,
                supply,
                SUPPLY,
                SupplyMethod.AGREEMENT,
                "contract " + supply,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                DAY,
                List.of());
    }

    /** A little investment in a project. */
    static RecordInvestment investment(String project) {
        return new RecordInvestment(ZONE, project, new Money(100, "CNY"), DAY, List.of());
    }

    /** The position of the command's event. */
    static long submit(Ledger ledger, String id, LedgerCommand command) {
        return switch (ledger.submit(new Submission(id, command, SENDER))) {
            case Outcome.Recorded recorded -> recorded.lastPosition();
            case Outcome.Proposed _ -> throw new IllegalStateException("a ledger that records only proposes");
            case Outcome.Refused refused -> throw new IllegalStateException(id + " is refused: " + refused.rejection());
        };
    }

    private static String parcel(String project) {
        return "p" + project;
    }
}
