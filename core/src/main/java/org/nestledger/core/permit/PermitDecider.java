package org.nestledger.core.permit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.Decider;
import org.nestledger.core.decision.Decision;
import org.nestledger.core.decision.Facts;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.decision.Rejection;
import org.nestledger.core.decision.Rules;
import org.nestledger.core.permit.PermitCommand.ApplyForPermit;
import org.nestledger.core.permit.PermitCommand.GrantPermit;
import org.nestledger.core.permit.PermitCommand.RefusePermit;
import org.nestledger.core.permit.PermitCommand.RevokePermit;
import org.nestledger.core.permit.PermitEvent.PermitApplied;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.permit.PermitEvent.PermitRefused;
import org.nestledger.core.permit.PermitEvent.PermitRevoked;
import org.nestledger.core.project.Project;
import org.nestledger.core.zone.Books;

/** Decides about permits. A grant spans the application, the project with its land, and the power that it cites. */
public final class PermitDecider implements Decider<PermitCommand> {

    @Override
    public Boundary boundary(PermitCommand command) {
        Boundary own = Books.boundary(command.zone())
                .and(Project.boundary(command.project()))
                .and(Permit.boundary(command.permit()));
        return switch (command) {
            case ApplyForPermit _, RefusePermit _ -> own;
            case GrantPermit c -> {
                Boundary grant = own.and(Permits.boundary(c.project()));
                yield c.power() == null ? grant : grant.and(Power.boundary(c.grantingZone(), c.power()));
            }
            case RevokePermit c -> own.and(Permits.boundary(c.project()));
        };
    }

    @Override
    public Decision decide(PermitCommand command, Facts facts, Moment moment) {
        return Decision.unlessRefused(
                List.of(
                        () -> Books.refusal(facts, command.zone(), command.occurredOn(), moment),
                        () -> Project.refusal(facts, command.project(), command.occurredOn()),
                        () -> Project.inZone(facts, command.project(), command.zone())),
                () -> switch (command) {
                    case ApplyForPermit c -> apply(c, facts);
                    case GrantPermit c -> grant(c, facts);
                    case RefusePermit c -> refuse(c, facts);
                    case RevokePermit c -> revoke(c, facts);
                });
    }

    @Override
    public @Nullable Rejection afterwards(PermitCommand command, Facts after) {
        return switch (command) {
            case ApplyForPermit _, RefusePermit _ -> null;
            case GrantPermit c -> Permits.refusal(after, c.project());
            case RevokePermit c -> Permits.refusal(after, c.project());
        };
    }

    private static Decision apply(ApplyForPermit c, Facts facts) {
        return Decision.unlessRefused(
                List.of(() -> Rules.free(Permit.of(facts, c.permit()) == null, "an application " + c.permit())),
                () -> Decision.accept(
                        new PermitApplied(c.zone(), c.project(), c.permit(), c.kind(), c.occurredOn(), c.documents())));
    }

    private static Decision grant(GrantPermit c, Facts facts) {
        return Decision.unlessRefused(
                List.of(() -> stands(c, facts, PermitStatus.APPLIED), () -> powerOrAuthority(c), () -> cited(c, facts)),
                () -> {
                    Permit permit = known(c, facts);
                    return Decision.accept(new PermitGranted(
                            c.zone(),
                            c.project(),
                            c.permit(),
                            permit.kind(),
                            c.certificate(),
                            c.power(),
                            c.power() == null ? null : c.grantingZone(),
                            c.authority(),
                            permit.appliedOn(),
                            c.occurredOn(),
                            c.documents()));
                });
    }

    private static @Nullable Rejection powerOrAuthority(GrantPermit c) {
        boolean exactlyOne = (c.power() == null) != (c.authority() == null);
        return exactlyOne && (c.power() != null || c.powerZone() == null)
                ? null
                : Rejection.of(
                        RefusalCode.INVALID_FIELD,
                        "Exactly one of \"power\" and \"authority\" is stated, and \"powerZone\" only of a power.",
                        "Cite the delegated power, or name the external authority.");
    }

    private static @Nullable Rejection cited(GrantPermit c, Facts facts) {
        if (c.power() == null) {
            return null;
        }
        if (!Books.known(facts, c.zone()).isWithin(c.grantingZone())) {
            return Rejection.of(
                    RefusalCode.WRONG_ZONE,
                    "Zone " + c.zone() + " does not lie within zone " + c.grantingZone() + ".",
                    "Cite a power of the project's zone or of one above it.");
        }
        Power power = Power.of(facts, c.grantingZone(), c.power());
        if (power == null) {
            return PowerDecider.unknown(c.grantingZone(), c.power());
        }
        PermitKind kind = known(c, facts).kind();
        return power.covers(kind, c.occurredOn())
                ? null
                : Permits.notCovered(c.power(), c.grantingZone(), kind, c.occurredOn());
    }

    private static Decision refuse(RefusePermit c, Facts facts) {
        return Decision.unlessRefused(List.of(() -> stands(c, facts, PermitStatus.APPLIED)), () -> {
            Permit permit = known(c, facts);
            return Decision.accept(new PermitRefused(
                    c.zone(),
                    c.project(),
                    c.permit(),
                    permit.kind(),
                    c.reason(),
                    permit.appliedOn(),
                    c.occurredOn(),
                    c.documents()));
        });
    }

    private static Decision revoke(RevokePermit c, Facts facts) {
        return Decision.unlessRefused(List.of(() -> stands(c, facts, PermitStatus.GRANTED)), () -> {
            Permit permit = known(c, facts);
            return Decision.accept(new PermitRevoked(
                    c.zone(),
                    c.project(),
                    c.permit(),
                    permit.kind(),
                    c.reason(),
                    permit.since(),
                    c.occurredOn(),
                    c.documents()));
        });
    }

    /** Whether there is such an application of the project, at this status since the day or before. */
    private static @Nullable Rejection stands(PermitCommand c, Facts facts, PermitStatus expected) {
        Permit permit = Permit.of(facts, c.permit());
        if (permit == null) {
            return Rejection.of(
                    RefusalCode.UNKNOWN_PERMIT,
                    "There is no application " + c.permit() + ".",
                    "Record the application first, or correct the id.");
        }
        if (!permit.project().equals(c.project())) {
            return Rejection.of(
                    RefusalCode.WRONG_PROJECT,
                    "Application " + c.permit() + " is of project " + permit.project() + ".",
                    "Name that project.");
        }
        if (permit.status() != expected) {
            return Rejection.of(
                            RefusalCode.WRONG_STATUS,
                            "Application " + c.permit() + " is " + permit.status() + ", not " + expected + ".",
                            "Correct the id; after a refusal or revocation there is a new application.")
                    .with("status", permit.status());
        }
        return c.occurredOn().isBefore(permit.since())
                ? Rejection.of(
                        RefusalCode.BEFORE_APPLICATION,
                        "Application " + c.permit() + " is " + permit.status() + " since " + permit.since() + ".",
                        "Date it on or after that day.")
                : null;
    }

    private static Permit known(PermitCommand c, Facts facts) {
        return Objects.requireNonNull(Permit.of(facts, c.permit()));
    }
}
