package org.nestledger.core.decision;

import org.axonframework.messaging.eventhandling.annotation.Event;

/** The stored name of an event class: {@code feature.PastTense}. It outlives the class. */
public final class EventName {

    /** Each decision asks for many of them, and reading an annotation is slow. */
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> eventClass) {
            Event event = eventClass.getAnnotation(Event.class);
            if (event == null) {
                throw new IllegalArgumentException(eventClass.getName() + " has no @Event name");
            }
            return event.namespace() + "." + event.name();
        }
    };

    private EventName() {}

    public static String of(Class<?> eventClass) {
        return NAMES.get(eventClass);
    }

    /** The version of the class's data, 1 or more. */
    public static int version(Class<?> eventClass) {
        return Integer.parseInt(eventClass.getAnnotation(Event.class).version());
    }
}
