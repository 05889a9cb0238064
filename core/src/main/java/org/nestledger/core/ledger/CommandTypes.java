package org.nestledger.core.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.nestledger.core.claim.ClaimCommand;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.enterprise.EnterpriseCommand;
import org.nestledger.core.fund.FundCommand;
import org.nestledger.core.land.LandCommand;
import org.nestledger.core.notice.NoticeCommand;
import org.nestledger.core.opening.OpeningCommand;
import org.nestledger.core.permit.PermitCommand;
import org.nestledger.core.permit.PowerCommand;
import org.nestledger.core.portal.PortalCommand;
import org.nestledger.core.project.ProjectCommand;
import org.nestledger.core.quota.QuotaCommand;
import org.nestledger.core.reversal.ReverseEntry;
import org.nestledger.core.service.ServiceCommand;
import org.nestledger.core.supply.SupplyCommand;
import org.nestledger.core.zone.ZoneCommand;

/** Every command type by its name, such as {@code SupplyLand}. */
public final class CommandTypes {

    private static final List<Class<? extends LedgerCommand>> FEATURES = List.of(
            ZoneCommand.class,
            QuotaCommand.class,
            OpeningCommand.class,
            LandCommand.class,
            SupplyCommand.class,
            ProjectCommand.class,
            EnterpriseCommand.class,
            NoticeCommand.class,
            PermitCommand.class,
            PowerCommand.class,
            ServiceCommand.class,
            FundCommand.class,
            ClaimCommand.class,
            PortalCommand.class,
            ReverseEntry.class);

    private static final Map<String, Class<? extends LedgerCommand>> BY_NAME = FEATURES.stream()
            .flatMap(CommandTypes::records)
            .collect(Collectors.toUnmodifiableMap(CommandTypes::name, Function.identity()));

    private CommandTypes() {}

    public static Map<String, Class<? extends LedgerCommand>> byName() {
        return BY_NAME;
    }

    /** The short name of a command class. */
    public static String name(Class<?> commandClass) {
        Command command = commandClass.getAnnotation(Command.class);
        if (command == null) {
            throw new IllegalArgumentException(commandClass.getName() + " has no @Command name");
        }
        return command.name();
    }

    @SuppressWarnings("unchecked")
    static Stream<Class<? extends LedgerCommand>> records(Class<? extends LedgerCommand> feature) {
        return feature.isSealed()
                ? Arrays.stream(feature.getPermittedSubclasses()).map(c -> (Class<? extends LedgerCommand>) c)
                : Stream.of(feature);
    }
}
