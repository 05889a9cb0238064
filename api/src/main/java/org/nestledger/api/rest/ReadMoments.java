package org.nestledger.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.query.projection.Projections;
import org.nestledger.query.projection.ReadPoint;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Finds the moment that a request asks about. */
@Component
final class ReadMoments {

    /** Parameters that state the last record that counts. */
    private static final List<String> ENDS = List.of("knownAt", "toKnown");

    /** States where a comparison begins, and leaves its end open. */
    private static final String BEGINNING = "fromKnown";

    private final LedgerRuntime runtime;
    private volatile long whollySigned;

    ReadMoments(LedgerRuntime runtime) {
        this.runtime = runtime;
    }

    /** As the read models are now. Absent when the request will be refused. */
    Optional<ReadMoment> of(HttpServletRequest request) {
        return of(request, point());
    }

    /** As this process knows them to be, which may be of a moment ago. */
    Optional<ReadMoment> known(HttpServletRequest request) {
        return of(request, runtime.projections().held().orElseGet(this::point));
    }

    private Optional<ReadMoment> of(HttpServletRequest request, ReadPoint point) {
        List<Long> positions = new ArrayList<>();
        boolean lasting = true;
        @Nullable String from = request.getParameter(BEGINNING);
        if (from != null) {
            Optional<Long> beginning = position(from);
            if (beginning.isEmpty()) {
                return Optional.empty();
            }
            positions.add(beginning.get());
            lasting = isPosition(from);
        }
        @Nullable
        String to = ENDS.stream()
                .map(request::getParameter)
                .filter(stated -> stated != null)
                .findFirst()
                .orElse(null);
        Optional<Long> end = to == null ? Optional.of(point.position()) : position(to);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        positions.add(end.get());
        boolean signs = showsCheckpoints(request);
        return Optional.of(new ReadMoment(
                name(),
                point.models(),
                List.copyOf(positions),
                signs ? signed(end.get()) : 0,
                lasting && to != null && isPosition(to) && (!signs || isCovered(end.get()))));
    }

    /**
     * Whether all that a report depends on is still as it was at the moment: one that was computed meanwhile, as known at
     * the moment's position, is then of the moment, whatever was recorded.
     */
    boolean stands(ReadMoment moment) {
        return point().models() == moment.models() && signed(moment.positions().getLast()) == moment.signed();
    }

    /** Whether a moment is still the one that is asked about by whoever asked about it then. */
    boolean isCurrent(ReadMoment moment, boolean signs) {
        ReadPoint point = runtime.projections().held().orElse(null);
        if (point == null || point.models() != moment.models()) {
            return false;
        }
        return moment.lasting()
                || (moment.positions().equals(List.of(point.position()))
                        && (!signs || signed(point.position()) == moment.signed()));
    }

    private ReadPoint point() {
        return Projections.point(runtime.database().requests());
    }

    /** Once the position itself is signed nothing larger within it can be. */
    private long signed(long position) {
        if (whollySigned == position) {
            return position;
        }
        long signed = runtime.log().signed(position);
        if (signed == position) {
            whollySigned = position;
        }
        return signed;
    }

    /** So that another ledger which takes the place of this one is not taken for it. */
    private String name() {
        return runtime.signer().verifierKeys().stream()
                .findFirst()
                .map(VerifierKey::name)
                .orElse("");
    }

    /** The same instant may be another position later: what is recorded at it may still come. */
    private static boolean isPosition(String stated) {
        return KnownAt.parse(stated) instanceof KnownAt.AtPosition;
    }

    /** Once a checkpoint covers a position, none will be signed that is within it. */
    private boolean isCovered(long position) {
        return runtime.log().checkpoint(position, Long.MAX_VALUE).isPresent();
    }

    /** Reports name the checkpoints of closings, which are signed a moment after what they cover. */
    static boolean showsCheckpoints(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.containsKey(ReportController.REPORT);
    }

    private Optional<Long> position(String stated) {
        KnownAt known;
        try {
            known = KnownAt.parse(stated);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return runtime.queries().reports().at(known, position -> position) instanceof Answer.Found<Long>(Long position)
                ? Optional.of(position)
                : Optional.empty();
    }
}
