package org.nestledger.core.log;

import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.Tag;

/** The log's events as the framework's messages. */
final class LogMessages {

    private LogMessages() {}

    /** The event as it is decoded, in the version of its payload, with its position as token, and its tags. */
    static Entry<EventMessage> entry(RecordedEvent event) {
        Context context =
                TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(event.position()));
        return new SimpleEntry<>(message(event), Tag.addToContext(context, Tags.fromTexts(event.tags())));
    }

    private static EventMessage message(RecordedEvent event) {
        return new GenericEventMessage(
                event.id(),
                new MessageType(event.type(), Integer.toString(event.payloadVersion())),
                event.payload(),
                event.metadata(),
                event.time());
    }
}
