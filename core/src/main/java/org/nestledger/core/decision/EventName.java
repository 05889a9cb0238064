package org.nestledger.core.decision;

import org.axonframework.messaging.eventhandling.annotation.Event;

/** The stored name of an event class: {@code feature.PastTense}. It outlives the class. */
public final class EventName {

    private EventName() {}

    public static String of(Class<?> eventClass) {
        Event event = eventClass.getAnnotation(Event.class);
        if (event == null) {
            throw new IllegalArgumentException(eventClass.getName() + " has no @Event name");
        }
        return event.namespace() + "." + event.name();
    }

    /** The version of the class's data, 1 or more. */
    public static int version(Class<?> eventClass) {
        return Integer.parseInt(eventClass.getAnnotation(Event.class).version());
    }
}
