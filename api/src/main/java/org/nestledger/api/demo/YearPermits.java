package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.nestledger.api.demo.FourCertificates.Certified;
import org.nestledger.api.demo.PermitOffice.Application;
import org.nestledger.core.permit.PermitKind;

/** The permits of the projects that hold land. Lianfu has its four certificates in three days, no other is as fast. */
final class YearPermits {

    static final String FASTEST = "lianfu";

    /** Projects of which the publication says that they started. */
    private static final Set<String> NAMED = Set.of("guorui-xiechuang", "haobo-window-control", FASTEST);

    /** How many projects will have started at the end of the year, the named ones among them. */
    private static final int STARTING = 33;

    /** Whoever is supplied later does not start in the year. */
    private static final LocalDate LAST_SUPPLY = LocalDate.of(2023, 8, 31);

    private static final LocalDate FASTEST_FROM = LocalDate.of(2023, 8, 15);
    private static final int FASTEST_DAYS = 3;

    private final Dice dice;
    private final PermitOffice office;
    private final FourCertificates certificates;

    YearPermits(Dice dice, PermitOffice office) {
        this.dice = dice;
        this.office = office;
        certificates = new FourCertificates(office);
    }

    /** The projects that get all they need to build, and start. */
    List<Certified> plan(List<DemoSupply> supplies) {
        List<DemoSupply> kept = supplies.stream()
                .filter(supply -> !supply.isGivenBack())
                .sorted(Comparator.comparing(DemoSupply::day))
                .toList();
        List<DemoSupply> starting = starting(kept);
        List<Certified> certified = new ArrayList<>();
        for (int i = 0; i < starting.size(); i++) {
            DemoSupply supply = starting.get(i);
            file(supply.project());
            if (i % 3 == 1) {
                environment(supply);
            }
            certified.add(supply.project().id().equals(FASTEST) ? fastest(supply) : usual(supply, i % 6 == 2));
        }
        List<DemoSupply> others =
                kept.stream().filter(supply -> !starting.contains(supply)).toList();
        for (int i = 0; i < others.size(); i++) {
            waiting(others.get(i), i);
        }
        return certified;
    }

    private static List<DemoSupply> starting(List<DemoSupply> kept) {
        List<DemoSupply> candidates = new ArrayList<>();
        List<DemoSupply> starting = new ArrayList<>();
        for (DemoSupply supply : kept) {
            if (NAMED.contains(supply.project().id())) {
                starting.add(supply);
            } else if (supply.number() % 4 != 3 && supply.day().isBefore(LAST_SUPPLY)) {
                candidates.add(supply);
            }
        }
        starting.addAll(candidates.subList(0, STARTING - starting.size()));
        return starting;
    }

    private Certified fastest(DemoSupply supply) {
        return certificates.plan(supply, FASTEST_FROM, FASTEST_DAYS, false);
    }

    private Certified usual(DemoSupply supply, boolean refusedFirst) {
        LocalDate first = Workdays.onOrAfter(supply.day().plusDays(dice.between(4, 30)));
        return certificates.plan(supply, first, dice.between(refusedFirst ? 25 : 7, 60), refusedFirst);
    }

    /** Projects that do not start: with all certificates, with some, with an application, or with nothing yet. */
    private void waiting(DemoSupply supply, int i) {
        LocalDate first = Workdays.onOrAfter(supply.day().plusDays(dice.between(4, 30)));
        Application registration = new Application(supply.project(), PermitKind.REAL_ESTATE, 1);
        switch (i % 4) {
            case 0 -> {
                Certified certified = certificates.plan(supply, first, dice.between(7, 45), false);
                if (i == 0) {
                    Application construction = new Application(supply.project(), PermitKind.CONSTRUCTION, 1);
                    office.revoke(
                            construction,
                            LocalDate.of(2023, 11, 22),
                            "the site was not made safe",
                            certified.recordedAt());
                }
            }
            case 1 -> registered(supply, first);
            case 2 -> office.apply(registration, first, supply.recordedAt());
            default -> file(supply.project());
        }
    }

    /** Registered, after the first papers were refused, and waiting for the next permit. */
    private void registered(DemoSupply supply, LocalDate first) {
        DemoProject project = supply.project();
        LocalDate again = Workdays.onOrAfter(first.plusDays(9));
        office.refuse(
                new Application(project, PermitKind.REAL_ESTATE, 1),
                first,
                Workdays.onOrBefore(first.plusDays(7)),
                "the boundary survey is missing");
        office.permit(
                new Application(project, PermitKind.REAL_ESTATE, 2),
                again,
                Workdays.onOrAfter(again.plusDays(dice.between(3, 12))),
                supply.recordedAt());
        office.apply(new Application(project, PermitKind.LAND_USE_PLANNING, 1), again, supply.recordedAt());
    }

    private void file(DemoProject project) {
        LocalDate day = Workdays.onOrAfter(project.introducedOn().plusDays(dice.between(1, 6)));
        office.permit(
                new Application(project, PermitKind.PROJECT_FILING, 1),
                day,
                Workdays.onOrAfter(day.plusDays(dice.between(0, 4))));
    }

    private void environment(DemoSupply supply) {
        LocalDate day = Workdays.onOrAfter(supply.day().plusDays(dice.between(2, 20)));
        Instant land = supply.recordedAt();
        office.permit(
                new Application(supply.project(), PermitKind.ENVIRONMENTAL_IMPACT, 1),
                day,
                Workdays.onOrAfter(day.plusDays(dice.between(15, 40))),
                land);
    }
}
