package org.nestledger.api.exchange.landchina;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nestledger.core.decision.Rejection;

/** Which columns a refusal of the ledger is about. */
final class Blamed {

    /** The fields of a notice by the names that the ledger gives them when it says in which two notices differ. */
    private static final Map<String, Column> BY_FIELD = Map.ofEntries(
            Map.entry("zone", Column.DISTRICT),
            Map.entry("district", Column.DISTRICT),
            Map.entry("projectName", Column.PROJECT_NAME),
            Map.entry("location", Column.LOCATION),
            Map.entry("area", Column.AREA),
            Map.entry("landSource", Column.LAND_SOURCE),
            Map.entry("landSourceArea", Column.LAND_SOURCE),
            Map.entry("use", Column.USE),
            Map.entry("method", Column.METHOD),
            Map.entry("useTerms", Column.TERM),
            Map.entry("industry", Column.INDUSTRY),
            Map.entry("landGrade", Column.GRADE),
            Map.entry("price", Column.PRICE),
            Map.entry("instalments", Column.INSTALMENT_AMOUNT),
            Map.entry("note", Column.NOTE),
            Map.entry("holder", Column.HOLDER),
            Map.entry("naturalPerson", Column.HOLDER),
            Map.entry("floorAreaRatioMin", Column.RATIO_MIN),
            Map.entry("floorAreaRatioMax", Column.RATIO_MAX),
            Map.entry("agreedDelivery", Column.DELIVERY),
            Map.entry("agreedStart", Column.START),
            Map.entry("agreedCompletion", Column.COMPLETION),
            Map.entry("authorisedBy", Column.AUTHORISED_BY),
            Map.entry("contractDate", Column.CONTRACT_DATE),
            Map.entry("url", Column.URL));

    private Blamed() {}

    static List<Column> columns(Rejection rejection) {
        return switch (rejection.code()) {
            case UNKNOWN_ZONE, WRONG_ZONE -> List.of(Column.DISTRICT);
            case DATE_IN_FUTURE, BEFORE_BOOKS, BEFORE_OPENING, PERIOD_CLOSED -> List.of(Column.CONTRACT_DATE);
            case ZERO_AMOUNT -> List.of(Column.AREA);
            case NOT_ENOUGH_QUOTA -> List.of(Column.LAND_SOURCE);
            case NOTICE_DIFFERS -> differing(rejection.figures().getOrDefault("fields", ""));
            default -> List.of(Column.SUPERVISION_NUMBER);
        };
    }

    private static List<Column> differing(String fields) {
        List<Column> columns = Arrays.stream(fields.split(", ", -1))
                .map(BY_FIELD::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return columns.isEmpty() ? List.of(Column.SUPERVISION_NUMBER) : columns;
    }
}
