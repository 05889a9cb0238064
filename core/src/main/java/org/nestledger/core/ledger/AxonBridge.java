package org.nestledger.core.ledger;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.nestledger.core.decision.Boundary;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.reversal.EntryReversed;

/** The ledger's own terms in those of the framework. */
final class AxonBridge {

    private AxonBridge() {}

    static MessageType type(LedgerEvent event) {
        Class<?> type = event.getClass();
        return new MessageType(new QualifiedName(EventName.of(type)), Integer.toString(EventName.version(type)));
    }

    static MessageType type(Class<? extends LedgerCommand> command) {
        Command name = command.getAnnotation(Command.class);
        return new MessageType(new QualifiedName(name.namespace(), name.name()), name.version());
    }

    /** Any of the criteria; whoever reads events of a type also reads what reverses them. */
    static EventCriteria criteria(Boundary boundary) {
        return EventCriteria.either(
                boundary.criteria().stream().map(AxonBridge::criteria).collect(Collectors.toList()));
    }

    /** Events of the types under the tag, and what reverses any under it. */
    static EventCriteria criteria(Boundary.Criterion criterion) {
        if (criterion.types().isEmpty()) {
            return EventCriteria.havingTags(tag(criterion.tag()));
        }
        Set<String> types = new TreeSet<>(criterion.types());
        types.add(EventName.of(EntryReversed.class));
        return EventCriteria.havingTags(tag(criterion.tag()))
                .andBeingOneOfTypes(types.stream().map(QualifiedName::new).collect(Collectors.toSet()));
    }

    static Set<Tag> tags(EventMessage message) {
        return message.payload() instanceof LedgerEvent event ? tags(EventTypes.tags(event)) : Set.of();
    }

    private static Set<Tag> tags(List<String> tags) {
        return tags.stream().map(AxonBridge::tag).collect(Collectors.toSet());
    }

    static Tag tag(String text) {
        int colon = text.indexOf(':');
        return Tag.of(text.substring(0, colon), text.substring(colon + 1));
    }
}
