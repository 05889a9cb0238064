package org.nestledger.core.decision;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer to a command: events to record, or a refusal. */
public sealed interface Decision permits Decision.Accepted, Rejection {

    /** These events are to be recorded together. */
    record Accepted(List<LedgerEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    static Decision accept(LedgerEvent... events) {
        return new Accepted(List.of(events));
    }

    /** The first refusal in this order of precedence; when no rule refuses, what {@code otherwise} decides. */
    static Decision unlessRefused(List<Rule> rules, Supplier<? extends Decision> otherwise) {
        for (Rule rule : rules) {
            Rejection refusal = rule.refusal();
            if (refusal != null) {
                return refusal;
            }
        }
        return otherwise.get();
    }

    /** One rule, asked only when all rules before it are satisfied. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        Rejection refusal();
    }
}
