package org.nestledger.core.opening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Decision.Rule;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.enterprise.Enterprise;
import org.nestledger.core.land.LandEvent;
import org.nestledger.core.land.LandEvent.ParcelRegistered;
import org.nestledger.core.land.Parcel;
import org.nestledger.core.measure.Area;
import org.nestledger.core.opening.OpeningCommand.RecordOpeningProject;
import org.nestledger.core.opening.OpeningCommand.RecordOpeningQuota;
import org.nestledger.core.opening.OpeningCommand.RecordOpeningStock;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.opening.OpeningEvent.OpeningQuotaRecorded;
import org.nestledger.core.opening.OpeningEvent.OpeningStockRecorded;
import org.nestledger.core.project.Project;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.core.quota.QuotaAccount;
import org.nestledger.core.quota.QuotaEvent;
import org.nestledger.core.zone.Books;

/** Decides about opening books: each is opened once, and before anything else in it. */
public final class OpeningDecider implements Decider<OpeningCommand> {

    @Override
    public Boundary boundary(OpeningCommand command) {
        Boundary books = Books.boundary(command.zone());
        return switch (command) {
            case RecordOpeningStock c -> {
                Boundary stock = books.and(Parcel.boundary(c.parcel()));
                UsedQuota quota = usedQuota(c);
                yield quota == null
                        ? stock
                        : stock.and(Books.boundary(quota.zone()))
                                .and(QuotaAccount.boundary(quota.zone(), quota.year()));
            }
            case RecordOpeningProject c -> {
                Boundary project = books.and(Project.boundary(c.project()));
                yield c.enterprise() == null ? project : project.and(Enterprise.existence(c.enterprise()));
            }
            case RecordOpeningQuota c -> books.and(QuotaAccount.boundary(c.zone(), c.year()));
        };
    }

    @Override
    public Decision decide(OpeningCommand command, Facts facts, Moment moment) {
        return switch (command) {
            case RecordOpeningStock c -> stock(c, facts, moment);
            case RecordOpeningProject c -> project(c, facts, moment);
            case RecordOpeningQuota c -> quota(c, facts, moment);
        };
    }

    @Override
    public @Nullable Rejection afterwards(OpeningCommand command, Facts after) {
        return command instanceof RecordOpeningStock c ? Parcel.areaRefusal(after, c.parcel(), c.occurredOn()) : null;
    }

    private static Decision stock(RecordOpeningStock c, Facts facts, Moment moment) {
        List<Rule> rules = new ArrayList<>(List.of(
                () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                () -> Parcel.refusal(facts, c.parcel(), c.zone(), LocalDate.MAX),
                () -> once(Parcel.known(facts, c.parcel()).openedOn() == null, "parcel " + c.parcel()),
                () -> nothingBefore(facts, LandEvent.tag(c.parcel()), c.occurredOn())));
        if (c.quotaZone() != null || c.quotaYear() != null) {
            rules.add(() -> quotaIsNamed(c, facts));
        }
        return Decision.unlessRefused(
                rules,
                () -> Decision.accept(new OpeningStockRecorded(
                        c.zone(),
                        c.parcel(),
                        orZero(c.acquired()),
                        orZero(c.serviced()),
                        orZero(c.existing()),
                        orZero(c.converted()),
                        usedQuota(c),
                        c.occurredOn(),
                        c.documents())));
    }

    private static @Nullable UsedQuota usedQuota(RecordOpeningStock c) {
        return c.quotaZone() == null || c.quotaYear() == null ? null : new UsedQuota(c.quotaZone(), c.quotaYear());
    }

    private static @Nullable Rejection quotaIsNamed(RecordOpeningStock c, Facts facts) {
        if (c.quotaZone() == null || c.quotaYear() == null) {
            return Rejection.of(
                    RefusalCode.MISSING_FIELD,
                    "\"quotaZone\" and \"quotaYear\" go together.",
                    "State both, or neither.");
        }
        if (!Books.known(facts, c.zone()).isWithin(c.quotaZone())) {
            return Rejection.of(
                    RefusalCode.WRONG_ZONE,
                    "Zone " + c.zone() + " does not lie within zone " + c.quotaZone() + ".",
                    "Name the parcel's zone or one above it.");
        }
        Rejection odd = Rules.plausibleYear(c.quotaYear());
        return odd != null ? odd : QuotaAccount.openingRefusal(facts, c.quotaZone(), c.quotaYear(), c.occurredOn());
    }

    private static Decision project(RecordOpeningProject c, Facts facts, Moment moment) {
        List<Rule> rules = new ArrayList<>(List.of(
                () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                () -> Rules.free(Project.of(facts, c.project()) == null, "a project " + c.project()),
                () -> c.stage() == ProjectStage.WITHDRAWN
                        ? Rejection.of(
                                RefusalCode.WRONG_STAGE,
                                "A withdrawn project is not opened.",
                                "Leave it out of the opening books.")
                        : null));
        if (c.enterprise() != null) {
            String enterprise = c.enterprise();
            rules.add(() -> Enterprise.refusal(facts, enterprise));
        }
        return Decision.unlessRefused(
                rules,
                () -> Decision.accept(new OpeningProjectRecorded(
                        c.zone(),
                        Books.known(facts, c.zone()).ancestors(),
                        c.project(),
                        c.name(),
                        c.enterprise(),
                        c.holder(),
                        c.industry(),
                        c.origin(),
                        c.stage(),
                        c.plannedInvestment(),
                        c.landNeed(),
                        c.occurredOn(),
                        c.documents())));
    }

    private static Decision quota(RecordOpeningQuota c, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, c.zone(), c.occurredOn(), moment),
                        () -> Rules.plausibleYear(c.year()),
                        () -> once(
                                QuotaAccount.openedOn(facts, c.zone(), c.year()) == null,
                                "the quota of " + c.zone() + " for " + c.year()),
                        () -> nothingBefore(facts, QuotaEvent.account(c.zone(), c.year()), c.occurredOn())),
                () -> Decision.accept(new OpeningQuotaRecorded(
                        c.zone(), c.year(), c.available(), c.used(), c.occurredOn(), c.documents())));
    }

    private static Area orZero(@Nullable Area area) {
        return area == null ? Area.ZERO : area;
    }

    private static @Nullable Rejection once(boolean first, String what) {
        return first
                ? null
                : Rejection.of(
                        RefusalCode.ALREADY_OPENED,
                        "The books of " + what + " were opened before.",
                        "Record what has changed since as what it was.");
    }

    /** A parcel is registered before it has books to open; all else comes after. */
    private static @Nullable Rejection nothingBefore(Facts facts, String tag, LocalDate day) {
        return facts.standing()
                .map(Fact::event)
                .filter(event -> event.tags().contains(tag))
                .filter(event -> !(event instanceof ParcelRegistered))
                .map(LedgerEvent::occurredOn)
                .filter(earlier -> earlier.isBefore(day))
                .findFirst()
                .map(earlier -> Rejection.of(
                        RefusalCode.BEFORE_OPENING,
                        "Something is recorded on " + earlier + ", before the opening.",
                        "Date the opening on or before that day."))
                .orElse(null);
    }
}
