package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.nestledger.core.land.LandCommand.AcquireLand;
import org.nestledger.core.land.LandCommand.RegisterParcel;
import org.nestledger.core.land.LandCommand.ServiceLand;
import org.nestledger.core.project.ProjectCommand.IntroduceProject;
import org.nestledger.core.quota.QuotaCommand.GrantQuota;

/** The smaller books of the other zones of the province, so that there is something to be ranked among. */
final class PeerBooks {

    private final Schedule schedule;
    private final Dice dice;
    private final Invented invented;

    PeerBooks(Schedule schedule, Dice dice, Invented invented) {
        this.schedule = schedule;
        this.dice = dice;
        this.invented = invented;
    }

    void plan() {
        for (DemoZones.Peer peer : DemoZones.PEERS) {
            LocalDate granted = dice.workday(LocalDate.of(2023, 1, 20), LocalDate.of(2023, 9, 20));
            schedule.fact(
                    granted,
                    new GrantQuota(
                            peer.zone(),
                            2023,
                            Hundredths.area(Hundredths.ofMu(peer.quota())),
                            granted,
                            Paper.approval("quota decision for " + peer.name(), granted)));
            land(peer);
            projects(peer);
        }
    }

    private void land(DemoZones.Peer peer) {
        String parcel = peer.zone() + "-land";
        LocalDate registered = LocalDate.of(2023, 1, 6);
        Instant at = schedule.at(
                registered,
                new RegisterParcel(
                        peer.zone(),
                        parcel,
                        Hundredths.area(Hundredths.ofMu(peer.acquired() + 250L)),
                        Invented.labelled("Land of " + peer.name()),
                        "industrial",
                        null,
                        null,
                        registered,
                        Paper.none()));
        LocalDate day = dice.workday(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 4, 1));
        for (long part : dice.split(Hundredths.ofMu(peer.acquired()), 3, Hundredths.ofMu(400))) {
            at = schedule.fact(
                    day,
                    new AcquireLand(peer.zone(), parcel, Hundredths.area(part), null, null, day, Paper.none()),
                    at);
            day = day.plusDays(dice.between(30, 80));
        }
        schedule.fact(
                day,
                new ServiceLand(
                        peer.zone(),
                        parcel,
                        Hundredths.area(Hundredths.ofMu(peer.serviced())),
                        null,
                        day,
                        Paper.none()),
                at);
    }

    private void projects(DemoZones.Peer peer) {
        for (int i = 0; i < peer.projects(); i++) {
            Invented.Industry industry = invented.industry();
            String name = invented.company(industry);
            LocalDate day = dice.workday(LocalDate.of(2023, 1, 9), LocalDate.of(2023, 12, 15));
            schedule.fact(
                    day,
                    new IntroduceProject(
                            peer.zone(),
                            peer.zone() + "-p%02d".formatted(i + 1),
                            Invented.labelled(name),
                            null,
                            Invented.labelled(name + " Co., Ltd."),
                            industry.name(),
                            invented.origin(),
                            YearProjects.wan(dice.between(3_000, 50_000)),
                            null,
                            day,
                            Paper.none()));
        }
    }
}
