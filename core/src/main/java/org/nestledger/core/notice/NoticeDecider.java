package org.nestledger.core.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.land.LandEvent;
import org.nestledger.core.land.LandEvent.ParcelRegistered;
import org.nestledger.core.land.Parcel;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Id;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.opening.UsedQuota;
import org.nestledger.core.project.Project;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.core.quota.QuotaAccount;
import org.nestledger.core.reversal.OwnDays;
import org.nestledger.core.supply.OddTerms;
import org.nestledger.core.supply.Supply;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;
import org.nestledger.core.supply.SupplyTerms;
import org.nestledger.core.supply.TermsRule;
import org.nestledger.core.zone.Books;

/** Decides about public notices. A notice never invents a grant, an acquisition or a conversion. */
public final class NoticeDecider implements Decider<NoticeCommand> {

    @Override
    public Boundary boundary(NoticeCommand command) {
        return switch (command) {
            case RecordSupplyNotice c ->
                Books.boundary(c.zone())
                        .and(Parcel.boundary(NoticeIds.parcel(c.notice())))
                        .and(Project.boundary(NoticeIds.project(c.zone(), c.notice())))
                        .and(Supply.existence(NoticeIds.supply(c.notice())))
                        .and(quota(c));
        };
    }

    private static Boundary quota(RecordSupplyNotice c) {
        UsedQuota used = usedQuota(c);
        return used == null ? Boundary.none() : QuotaAccount.opening(used.zone(), used.year());
    }

    @Override
    public Decision decide(NoticeCommand command, Facts facts, Moment moment) {
        return switch (command) {
            case RecordSupplyNotice c -> record(c, facts, moment);
        };
    }

    @Override
    public @Nullable Rejection afterwards(NoticeCommand command, Facts after) {
        return switch (command) {
            case RecordSupplyNotice c ->
                Supply.needRefusal(
                        after,
                        NoticeIds.project(c.zone(), c.notice()),
                        c.notice().contractDate());
        };
    }

    private static Decision record(RecordSupplyNotice c, Facts facts, Moment moment) {
        SupplyNotice notice = c.notice();
        String parcel = NoticeIds.parcel(notice);
        String project = NoticeIds.project(c.zone(), notice);
        return Decision.unlessRefused(
                List.of(
                        () -> known(c, facts),
                        () -> Books.refusal(facts, c.zone(), notice.contractDate(), moment),
                        () -> Stream.of(parcel, project)
                                        .allMatch(id -> Id.SYNTAX.matcher(id).matches())
                                ? null
                                : Rejection.of(
                                        RefusalCode.INVALID_FIELD,
                                        "The notice's format and key make no id.",
                                        "Correct them: an id " + Id.RULE + "."),
                        () -> Rules.free(Parcel.of(facts, parcel) == null, "a parcel " + parcel),
                        () -> Project.of(facts, project) == null
                                ? null
                                : Project.refusal(facts, project, notice.contractDate()),
                        () -> Project.of(facts, project) == null ? null : Supply.nearRefusal(facts, project, c.zone()),
                        () -> Rules.notZero(notice.area()),
                        () -> TermsRule.refusal(terms(notice)),
                        () -> quotaRefusal(c, facts)),
                () -> new Decision.Accepted(events(c, facts, parcel, project)));
    }

    private static List<LedgerEvent> events(RecordSupplyNotice c, Facts facts, String parcel, String project) {
        List<LedgerEvent> events = new ArrayList<>();
        events.add(registered(c, parcel));
        events.add(opened(c, parcel));
        if (Project.of(facts, project) == null) {
            events.add(introducedBefore(c, facts, project));
        }
        events.add(supplied(c, parcel, project));
        return events;
    }

    private static LandEvent registered(RecordSupplyNotice c, String parcel) {
        SupplyNotice notice = c.notice();
        return new ParcelRegistered(
                c.zone(),
                parcel,
                notice.area(),
                notice.projectName(),
                notice.use(),
                notice.location(),
                null,
                notice.contractDate(),
                c.documents());
    }

    /** The whole area was acquired, serviced and ready when it was supplied; new land had used quota before. */
    private static OpeningStockRecorded opened(RecordSupplyNotice c, String parcel) {
        SupplyNotice notice = c.notice();
        boolean existing = notice.landSource() == LandSource.EXISTING;
        return new OpeningStockRecorded(
                c.zone(),
                parcel,
                Area.ZERO,
                notice.area(),
                existing ? notice.area() : Area.ZERO,
                existing ? Area.ZERO : notice.area(),
                usedQuota(c),
                notice.contractDate(),
                c.documents());
    }

    /** New land used that of the zone in the year of its contract. */
    private static @Nullable UsedQuota usedQuota(RecordSupplyNotice c) {
        return switch (c.notice().landSource()) {
            case NEW, NEW_FROM_STOCK ->
                new UsedQuota(c.zone(), c.notice().contractDate().getYear());
            case EXISTING, UNKNOWN -> null;
        };
    }

    private static @Nullable Rejection quotaRefusal(RecordSupplyNotice c, Facts facts) {
        UsedQuota used = usedQuota(c);
        return used == null
                ? null
                : QuotaAccount.openingRefusal(
                        facts, used.zone(), used.year(), c.notice().contractDate());
    }

    /**
     * Its introduction date is unknown, so it is opened on the first day on which a notice can still be dated: notices may come
     * in any order.
     */
    private static OpeningProjectRecorded introducedBefore(RecordSupplyNotice c, Facts facts, String project) {
        SupplyNotice notice = c.notice();
        Books books = Books.known(facts, c.zone());
        return new OpeningProjectRecorded(
                c.zone(),
                books.ancestors(),
                project,
                notice.projectName(),
                null,
                notice.holder(),
                notice.industry(),
                null,
                ProjectStage.INTRODUCED,
                null,
                null,
                openedOn(notice, books, OwnDays.freeFrom(facts, "project:" + project)),
                c.documents());
    }

    /** A project that was taken back on a later day is opened from then on, unless that would be after its land was supplied. */
    private static LocalDate openedOn(SupplyNotice notice, Books books, @Nullable LocalDate free) {
        LocalDate first = books.firstOpenDay();
        LocalDate day = free != null && free.isAfter(first) ? free : first;
        return day.isAfter(notice.contractDate()) ? notice.contractDate() : day;
    }

    private static LandSupplied supplied(RecordSupplyNotice c, String parcel, String project) {
        SupplyNotice notice = c.notice();
        SupplyTerms terms = terms(notice);
        return new LandSupplied(
                c.zone(),
                parcel,
                project,
                NoticeIds.supply(notice),
                notice.area(),
                terms,
                OddTerms.of(terms, notice.contractDate()),
                notice,
                notice.contractDate(),
                c.documents());
    }

    private static SupplyTerms terms(SupplyNotice notice) {
        return new SupplyTerms(
                notice.method(),
                notice.key(),
                notice.price(),
                notice.instalments(),
                notice.useTerms(),
                notice.floorAreaRatioMin(),
                notice.floorAreaRatioMax(),
                notice.agreedDelivery(),
                notice.agreedStart(),
                notice.agreedCompletion());
    }

    /** The same notice with other content, or one that only another command can have recorded. */
    private static @Nullable Rejection known(RecordSupplyNotice c, Facts facts) {
        LandSupplied before = Supply.of(facts, NoticeIds.supply(c.notice()));
        if (before == null) {
            return null;
        }
        Stream<String> zone = before.zone().equals(c.zone()) ? Stream.of() : Stream.of("zone");
        Stream<String> fields = before.notice() == null
                ? Stream.of("notice")
                : NoticeFields.differing(before.notice(), c.notice()).stream();
        String differing = Stream.concat(zone, fields).collect(Collectors.joining(", "));
        return Rejection.of(
                        RefusalCode.NOTICE_DIFFERS,
                        differing.isEmpty()
                                ? "Notice " + c.notice().key() + " is recorded already, by another command."
                                : "Notice " + c.notice().key() + " is recorded already with other content: " + differing
                                        + ".",
                        "Correct what was recorded by a command for it; a notice is recorded once.")
                .with("fields", differing);
    }
}
