package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nestledger.core.enterprise.EnterpriseCommand.LapseQualification;
import org.nestledger.core.enterprise.EnterpriseCommand.QualifyEnterprise;
import org.nestledger.core.enterprise.EnterpriseCommand.RegisterEnterprise;
import org.nestledger.core.enterprise.Qualification;

/** The enterprises behind the year's projects: 5 of 96 have two; those behind 61 projects are qualified at its end. */
final class Enterprises {

    private static final int WITH_TWO_PROJECTS = 5;
    private static final int ENTERPRISES = 96;
    private static final int QUALIFIED = 56;
    private static final int LAPSED = 3;
    private static final LocalDate KNOWN_SINCE = LocalDate.of(2021, 3, 1);

    private final Schedule schedule;
    private final Dice dice;
    private final List<Integer> ranks;

    Enterprises(Schedule schedule, Dice dice) {
        this.schedule = schedule;
        this.dice = dice;
        // those with two projects come first, the others in no order of time
        ranks = new ArrayList<>();
        for (int i = WITH_TWO_PROJECTS; i < ENTERPRISES; i++) {
            ranks.add(dice.between(0, ranks.size()), i);
        }
        for (int i = WITH_TWO_PROJECTS - 1; i >= 0; i--) {
            ranks.addFirst(i);
        }
    }

    /** An enterprise and when it is recorded. */
    record Registered(String id, Instant recordedAt) {}

    /** The enterprise of each project, in the order of the projects. */
    List<Registered> plan(List<DemoProject> projects) {
        List<Registered> enterprises = new ArrayList<>();
        List<Registered> ofProjects = new ArrayList<>();
        for (DemoProject project : projects) {
            int second = ofProjects.size() - (projects.size() - WITH_TWO_PROJECTS);
            if (second >= 0) {
                ofProjects.add(enterprises.get(second));
                continue;
            }
            Registered enterprise = register(enterprises.size(), project);
            qualify(ranks.get(enterprises.size()), enterprise, project);
            enterprises.add(enterprise);
            ofProjects.add(enterprise);
        }
        return ofProjects;
    }

    private Registered register(int index, DemoProject project) {
        String id = "ent-%03d".formatted(index + 1);
        LocalDate day = project.introducedOn().minusDays(dice.between(0, 3));
        return new Registered(
                id,
                schedule.at(
                        day,
                        new RegisterEnterprise(
                                project.zone(),
                                id,
                                Invented.labelled(project.name() + " Co., Ltd."),
                                project.industry().name(),
                                null,
                                KNOWN_SINCE,
                                Paper.none())));
    }

    private void qualify(int rank, Registered enterprise, DemoProject project) {
        if (rank < QUALIFIED) {
            Qualification kind = rank % 3 == 0 ? Qualification.SPECIALISED_AND_NEW : Qualification.HIGH_TECH;
            qualify(enterprise, project, kind, LocalDate.of(2026, 11, 30));
            if (rank % 9 == 0) {
                qualify(enterprise, project, Qualification.HIGH_TECH, LocalDate.of(2025, 6, 30));
            }
        } else if (rank < QUALIFIED + LAPSED) {
            Instant qualified = qualify(enterprise, project, Qualification.HIGH_TECH, LocalDate.of(2024, 6, 30));
            LocalDate lapsed = LocalDate.of(2023, 11, 20 + rank - QUALIFIED);
            schedule.at(
                    lapsed,
                    new LapseQualification(
                            project.zone(), enterprise.id(), Qualification.HIGH_TECH, lapsed, Paper.none()),
                    qualified);
        }
    }

    private Instant qualify(Registered enterprise, DemoProject project, Qualification kind, LocalDate until) {
        LocalDate since = dice.workday(LocalDate.of(2021, 4, 1), LocalDate.of(2022, 12, 1));
        String certificate = Invented.labelled("GR" + since.getYear() + dice.between(100_000, 999_999));
        return schedule.at(
                project.introducedOn(),
                new QualifyEnterprise(project.zone(), enterprise.id(), kind, certificate, until, since, Paper.none()),
                enterprise.recordedAt());
    }
}
