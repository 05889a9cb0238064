package org.nestledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import org.nestledger.api.demo.PermitOffice.Application;
import org.nestledger.core.fund.FundCommand.RecordLandPayment;
import org.nestledger.core.land.LandCommand.AcquireLand;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.core.project.ProjectCommand.AmendProject;
import org.nestledger.core.project.ProjectCommand.ReachMilestone;
import org.nestledger.core.project.ProjectCommand.RecordInvestment;
import org.nestledger.core.project.ProjectCommand.RevisePlannedInvestment;

/** What was recorded wrongly and is taken back: in the year, so that it shows only as known then, and after its closing. */
final class YearCorrections {

    private final Schedule schedule;

    YearCorrections(Schedule schedule) {
        this.schedule = schedule;
    }

    /** @param supplies of projects of the year, none of which has been looked at for a correction yet */
    void plan(List<DemoSupply> supplies) {
        planned(supplies.get(0).project());
        investedTwice(supplies.get(1));
        milestone(supplies.get(2), supplies.get(3).project());
        application(supplies.get(4));
        acquisition();
    }

    /** One digit too many, so that the plans of the zone look grand for nine days. */
    private void planned(DemoProject project) {
        LocalDate day = LocalDate.of(2023, 8, 14);
        RevisePlannedInvestment revision = new RevisePlannedInvestment(
                project.zone(), project.id(), YearProjects.wan(project.plan() * 10), day, Paper.none());
        schedule.at(day, revision, project.recordedAt());
        schedule.takeBack(day.plusDays(9), revision, "the plan has a digit too many", null);
    }

    private void investedTwice(DemoSupply supply) {
        DemoProject project = supply.project();
        LocalDate day = LocalDate.of(2023, 10, 16);
        RecordInvestment investment = new RecordInvestment(
                project.zone(), project.id(), YearProjects.wan(project.plan() / 50), day, Paper.none());
        schedule.at(day.plusDays(1), investment, supply.recordedAt());
        schedule.at(day.plusDays(4), investment, supply.recordedAt());
        schedule.takeBack(day.plusDays(25), investment, "it was recorded twice", null);
    }

    private void milestone(DemoSupply supply, DemoProject other) {
        LocalDate day = LocalDate.of(2023, 10, 20);
        schedule.mistaken(
                day,
                reached(other, day),
                "it was another project's",
                reached(supply.project(), day),
                supply.recordedAt(),
                other.recordedAt());
    }

    private static ReachMilestone reached(DemoProject project, LocalDate day) {
        return new ReachMilestone(project.zone(), project.id(), "site levelled", day, Paper.none());
    }

    private void application(DemoSupply supply) {
        LocalDate day = LocalDate.of(2023, 10, 25);
        schedule.mistaken(
                day,
                PermitOffice.application(new Application(supply.project(), PermitKind.ENERGY_CONSERVATION, 1), day),
                "it is about soil and water",
                PermitOffice.application(new Application(supply.project(), PermitKind.SOIL_AND_WATER, 1), day),
                supply.recordedAt());
    }

    /** Land of another zone, found when the areas were compared with the map. */
    private void acquisition() {
        LocalDate day = LocalDate.of(2023, 5, 22);
        AcquireLand acquisition = new AcquireLand(
                DemoZones.ZONE,
                YearLand.LAST_PARCEL,
                Hundredths.area(Hundredths.ofMu(41)),
                null,
                Money.yuan("5330000"),
                day,
                Paper.none());
        schedule.at(day.plusDays(1), acquisition);
        schedule.takeBack(day.plusDays(28), acquisition, "the land lies outside the zone", null);
    }

    /** Of a site that was cut the project gets less, and says that it needs no more. */
    void planNeeds(List<DemoSupply> supplies) {
        for (DemoSupply supply : supplies) {
            DemoSupply.Rescission rescission = supply.rescission();
            if (rescission != null && rescission.command().area() != null) {
                DemoProject project = supply.project();
                LocalDate day = rescission.command().occurredOn();
                Area left = new Area(supply.command().area().microMu()
                        - rescission.command().area().microMu());
                schedule.promptly(
                        day,
                        new AmendProject(project.zone(), project.id(), null, null, null, left, day, Paper.none()),
                        rescission.recordedAt());
            }
        }
    }

    /** The year is closed: the reversal and what replaces the payment have dates of their own. */
    void planAfterClosing(List<RecordLandPayment> payments) {
        RecordLandPayment returned = payments.stream()
                .filter(payment -> payment.supply().equals(YearMoney.RETURNED))
                .findFirst()
                .orElseThrow();
        LocalDate day = LocalDate.of(2024, 2, 20);
        schedule.takeBack(day, returned, "the bank returned the transfer", day);
        LocalDate again = LocalDate.of(2024, 2, 26);
        schedule.at(
                again.plusDays(1),
                new RecordLandPayment(returned.zone(), returned.supply(), returned.amount(), again, Paper.none()));
    }
}
