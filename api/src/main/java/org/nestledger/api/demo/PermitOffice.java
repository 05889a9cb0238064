package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.nestledger.core.permit.PermitCommand.ApplyForPermit;
import org.nestledger.core.permit.PermitCommand.GrantPermit;
import org.nestledger.core.permit.PermitCommand.RefusePermit;
import org.nestledger.core.permit.PermitCommand.RevokePermit;
import org.nestledger.core.permit.PermitKind;

/** Where permits are applied for: the zone grants under its powers once it has them, before that the city does. */
final class PermitOffice {

    private static final String CITY_AUTHORITY = Invented.labelled("Zhaoqing municipal authority");

    private final Schedule schedule;
    private final Instant powers;

    /** @param powers when the zone's powers are recorded */
    PermitOffice(Schedule schedule, Instant powers) {
        this.schedule = schedule;
        this.powers = powers;
    }

    /** An application of a project, the {@code round}th for this kind. */
    record Application(DemoProject project, PermitKind kind, int round) {

        String permit() {
            String name =
                    project.id() + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return round == 1 ? name : name + "-" + round;
        }
    }

    Instant apply(Application application, LocalDate day, Instant... after) {
        return schedule.promptly(day, application(application, day), after);
    }

    static ApplyForPermit application(Application application, LocalDate day) {
        DemoProject project = application.project();
        return new ApplyForPermit(
                project.zone(), project.id(), application.permit(), application.kind(), day, Paper.none());
    }

    Instant grant(Application application, LocalDate day, Instant... after) {
        boolean own = isOwn(application.project()) && !day.isBefore(YearPowers.DELEGATED);
        return schedule.promptly(
                day,
                new GrantPermit(
                        application.project().zone(),
                        application.project().id(),
                        application.permit(),
                        Invented.labelled("certificate " + application.permit()),
                        own ? YearPowers.covering(application.kind()) : null,
                        own ? DemoZones.ZONE : null,
                        own ? null : CITY_AUTHORITY,
                        day,
                        Paper.none()),
                own ? with(powers, after) : after);
    }

    /** Applied for and granted. */
    Instant permit(Application application, LocalDate applied, LocalDate granted, Instant... after) {
        Instant recorded = apply(application, applied, application.project().recordedAt());
        return grant(application, granted, with(recorded, after));
    }

    /** Applied for and refused. */
    Instant refuse(Application application, LocalDate applied, LocalDate refused, String reason) {
        Instant recorded = apply(application, applied, application.project().recordedAt());
        DemoProject project = application.project();
        return schedule.promptly(
                refused,
                new RefusePermit(project.zone(), project.id(), application.permit(), reason, refused, Paper.none()),
                recorded);
    }

    void revoke(Application application, LocalDate day, String reason, Instant granted) {
        DemoProject project = application.project();
        schedule.promptly(
                day,
                new RevokePermit(project.zone(), project.id(), application.permit(), reason, day, Paper.none()),
                granted);
    }

    /** Whether the project lies where the zone may exercise its powers. */
    private static boolean isOwn(DemoProject project) {
        return project.zone().equals(DemoZones.ZONE) || DemoZones.SUB_ZONES.contains(project.zone());
    }

    private static Instant[] with(Instant one, Instant... others) {
        Instant[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = one;
        return all;
    }
}
