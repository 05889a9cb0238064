package org.nestledger.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nestledger.core.decision.Fact;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.fund.LandPrice;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Balances;
import org.nestledger.core.journal.DaySeries;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.land.LandEvent;
import org.nestledger.core.land.Parcel;
import org.nestledger.core.ledger.EventTypes;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.Permits;
import org.nestledger.core.project.Project;
import org.nestledger.core.project.ProjectEvent.ConstructionStarted;
import org.nestledger.core.project.ProjectEvent.ProjectWithdrawn;
import org.nestledger.core.reversal.EntryReversed;
import org.nestledger.core.supply.SupplyEvent.LandSupplied;

/** What holds of every legal history as a whole, on every business day. */
public final class Invariants {

    private static final Set<Account> HELD =
            Set.of(Account.LAND_ACQUIRED, Account.LAND_SERVICED, Account.LAND_SUPPLIED);
    private static final Set<Account> READY = Set.of(Account.CONSTRUCTION_READY, Account.CONSTRUCTION_SUPPLIED);

    private static final Set<Account> COUNTED = Set.of(
            Account.POWER_DELEGATED,
            Account.PERMIT_APPLIED,
            Account.PERMIT_GRANTED,
            Account.PERMIT_REFUSED,
            Account.PERMIT_REVOKED,
            Account.SERVICE_AGREED,
            Account.SERVICE_DELIVERED,
            Account.PORTAL_VISITS);

    private Invariants() {}

    public static void hold(Facts history) {
        unitsFitTheirAccounts(history);
        reversalsCancelWhatTheyTakeBack(history);
        guardedBalancesAreNeverNegative(history);
        parcelsHoldNoMoreThanTheirArea(history);
        whatIsCountedIsNeverLessThanNone(history);
        netPaymentsNeverExceedThePrice(history);
        refundsAreOfWhatWasOverpaid(history);
        permitsAndStartsHaveWhatTheyNeed(history);
        withdrawnProjectsHoldNoLand(history);
    }

    /** That the two sides of a movement sum to zero needs no check; that both are accounts of its unit does. */
    public static void unitsFitTheirAccounts(Facts history) {
        movements(history).forEach(movement -> {
            assertThat(movement.from()).isNotEqualTo(movement.to());
            Stream.of(movement.from(), movement.to())
                    .map(Place::account)
                    .forEach(account -> assertThat(isOf(account, movement.unit()))
                            .as("%s in %s", account, movement.unit())
                            .isTrue());
        });
    }

    private static boolean isOf(Account account, String unit) {
        return switch (account.code().substring(0, account.code().indexOf(':'))) {
            case "land", "construction", "quota" -> unit.equals(Area.UNIT);
            case "project", "power", "permit", "service" -> unit.equals(Movement.COUNT);
            case "portal" -> unit.equals(Movement.VISITS);
            case "fund", "funding", "cost", "proceeds", "receivable", "investment" -> Money.isCurrency(unit);
            default -> false;
        };
    }

    /** Whatever its day, a reversal leaves nothing of its entry on any account of any owner. */
    public static void reversalsCancelWhatTheyTakeBack(Facts history) {
        for (Fact fact : history.all()) {
            if (fact.event() instanceof EntryReversed reversal) {
                Fact target = Objects.requireNonNull(history.at(reversal.reverses()));
                Map<List<Object>, Long> left = new HashMap<>();
                Stream.of(target, fact)
                        .flatMap(each -> each.movements().stream())
                        .forEach(movement -> {
                            left.merge(List.of(movement.from(), movement.unit()), -movement.amount(), Math::addExact);
                            left.merge(List.of(movement.to(), movement.unit()), movement.amount(), Math::addExact);
                        });
                assertThat(left.values()).as("%s", reversal).allMatch(amount -> amount == 0);
            }
        }
    }

    public static void guardedBalancesAreNeverNegative(Facts history) {
        Balances balances = history.balances();
        Set<LocalDate> days = days(history);
        movements(history)
                .flatMap(movement -> Stream.of(movement.from(), movement.to()))
                .map(Place::key)
                .distinct()
                .filter(key -> key.account().guarded())
                .forEach(key -> days.forEach(day -> assertThat(balances.of(key).at(day))
                        .as("%s on %s", key, day)
                        .isNotNegative()));
    }

    /** What was restated counts until then, by what it was founded with before. */
    private static LocalDate begunAnew(Facts history, String tag) {
        boolean restated = history.all().stream()
                .anyMatch(fact -> fact.event() instanceof EntryReversed reversal
                        && reversal.restates() != null
                        && EventTypes.target(reversal).founds().contains(tag));
        return history.standing()
                .map(Fact::event)
                .filter(event -> restated && event.founds().contains(tag))
                .map(LedgerEvent::occurredOn)
                .findFirst()
                .orElse(LocalDate.MIN);
    }

    public static void parcelsHoldNoMoreThanTheirArea(Facts history) {
        NavigableSet<LocalDate> days = days(history);
        for (String parcel : parcels(history)) {
            DaySeries area = Parcel.known(history, parcel).area();
            LocalDate begun = begunAnew(history, "parcel:" + parcel);
            for (Set<Account> accounts : Arrays.asList(HELD, READY)) {
                DaySeries total = history.balances()
                        .total(place -> accounts.contains(place.account()) && parcel.equals(place.parcel()));
                days.tailSet(begun)
                        .forEach(day -> assertThat(total.at(day))
                                .as("%s of parcel %s on %s", accounts, parcel, day)
                                .isLessThanOrEqualTo(area.at(day)));
            }
        }
    }

    /** On every day, unless a reversal with another date than its target's stands between what it took back and a correction. */
    public static void whatIsCountedIsNeverLessThanNone(Facts history) {
        if (history.all().stream().anyMatch(fact -> fact.event() instanceof EntryReversed e && e.restates() != null)) {
            return;
        }
        Balances balances = history.balances();
        Set<LocalDate> days = days(history);
        movements(history)
                .flatMap(movement -> Stream.of(movement.from(), movement.to()))
                .map(Place::key)
                .distinct()
                .filter(key -> COUNTED.contains(key.account()))
                .forEach(key -> days.forEach(day -> assertThat(balances.of(key).at(day))
                        .as("%s on %s", key, day)
                        .isNotNegative()));
    }

    public static void netPaymentsNeverExceedThePrice(Facts history) {
        NavigableSet<LocalDate> days = days(history);
        for (LandSupplied supplied : history.standing(LandSupplied.class)) {
            Money price = supplied.terms().price();
            DaySeries paid = history.balances()
                    .total(place -> place.account() == Account.RECEIVABLE_LAND_PRICE
                            && supplied.supply().equals(place.supply()));
            DaySeries priced = history.balances()
                    .total(place -> place.account() == Account.PROCEEDS_SUPPLY
                            && supplied.supply().equals(place.supply()));
            LocalDate begun = begunAnew(history, "supply:" + supplied.supply());
            days.tailSet(begun)
                    .forEach(day -> assertThat(-priced.at(day) - paid.at(day))
                            .as("paid for %s on %s", supplied.supply(), day)
                            .isLessThanOrEqualTo(price == null ? 0 : price.minor()));
        }
    }

    public static void refundsAreOfWhatWasOverpaid(Facts history) {
        history.standing(LandSupplied.class)
                .forEach(supplied -> assertThat(LandPrice.refundRefusal(history, supplied.supply()))
                        .isNull());
    }

    public static void permitsAndStartsHaveWhatTheyNeed(Facts history) {
        Stream.concat(
                        history.standing(PermitGranted.class).stream().map(PermitGranted::project),
                        history.standing(ConstructionStarted.class).stream().map(ConstructionStarted::project))
                .distinct()
                .forEach(project -> assertThat(Permits.refusal(history, project))
                        .as(project)
                        .isNull());
        history.standing(PermitGranted.class).stream()
                .filter(grant -> grant.power() != null)
                .forEach(grant -> assertThat(Permits.coverRefusal(
                                history, String.valueOf(grant.powerZone()), String.valueOf(grant.power())))
                        .as("%s", grant)
                        .isNull());
    }

    /** Until the day, if any, from which a withdrawal does not count any more. */
    public static void withdrawnProjectsHoldNoLand(Facts history) {
        Map<Long, LocalDate> reversed = history.all().stream()
                .map(Fact::event)
                .filter(EntryReversed.class::isInstance)
                .map(EntryReversed.class::cast)
                .collect(Collectors.toMap(EntryReversed::reverses, EntryReversed::occurredOn));
        for (Fact fact : history.all()) {
            if (fact.event() instanceof ProjectWithdrawn e) {
                LocalDate until = reversed.getOrDefault(fact.position(), LocalDate.MAX);
                DaySeries land = Project.land(history, e.project());
                days(history)
                        .subSet(e.occurredOn(), until)
                        .forEach(day -> assertThat(land.at(day))
                                .as("land of %s on %s", e.project(), day)
                                .isNotPositive());
            }
        }
    }

    private static Set<String> parcels(Facts history) {
        return history.standing(LandEvent.class).stream()
                .flatMap(event -> event.tags().stream())
                .filter(tag -> tag.startsWith("parcel:"))
                .map(tag -> tag.substring("parcel:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static NavigableSet<LocalDate> days(Facts history) {
        return history.all().stream()
                .map(fact -> fact.event().occurredOn())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Movement> movements(Facts history) {
        return history.all().stream().map(Fact::movements).flatMap(movements -> movements.stream());
    }
}
