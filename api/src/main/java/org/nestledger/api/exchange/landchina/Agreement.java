package org.nestledger.api.exchange.landchina;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Money;
import org.nestledger.core.supply.Instalment;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.UseTerm;

/** What the parties agreed, as the notice states it; odd or incomplete agreements are taken as they are. */
record Agreement(
        SupplyMethod method,
        LocalDate contractDate,
        @Nullable Money price,
        List<Instalment> instalments,
        List<UseTerm> terms,
        RatioBounds ratio,
        @Nullable LocalDate delivery,
        @Nullable LocalDate start,
        @Nullable LocalDate completion,
        @Nullable String authorisedBy) {

    static @Nullable Agreement of(RowReader row) {
        SupplyMethod method = row.require(Column.METHOD, Methods::method);
        LocalDate contractDate = row.require(Column.CONTRACT_DATE, Dates::date);
        Money price = row.read(Column.PRICE, Numbers::tenThousandYuan);
        List<Instalment> instalments = instalments(row);
        List<UseTerm> terms = row.read(Column.TERM, Terms::terms);
        RatioBounds ratio = ratio(row);
        LocalDate delivery = row.read(Column.DELIVERY, Dates::date);
        LocalDate start = row.read(Column.START, Dates::date);
        LocalDate completion = row.read(Column.COMPLETION, Dates::date);
        String authorisedBy = row.text(Column.AUTHORISED_BY);
        if (method == null || contractDate == null) {
            return null;
        }
        return new Agreement(
                method,
                contractDate,
                price,
                instalments,
                terms == null ? List.of() : terms,
                ratio,
                delivery,
                start,
                completion,
                authorisedBy);
    }

    /** A row states one instalment, the first unless it says which. */
    private static List<Instalment> instalments(RowReader row) {
        Integer number = row.read(Column.INSTALMENT_NUMBER, Numbers::ordinal);
        LocalDate dueOn = row.read(Column.INSTALMENT_DATE, Dates::date);
        Money amount = row.read(Column.INSTALMENT_AMOUNT, Numbers::tenThousandYuan);
        if (number == null && dueOn == null && amount == null) {
            return List.of();
        }
        return List.of(new Instalment(number == null ? 1 : number, dueOn, amount));
    }

    /** The bounds stand in columns of their own, or together in one. */
    private static RatioBounds ratio(RowReader row) {
        String min = row.read(Column.RATIO_MIN, Numbers::small);
        String max = row.read(Column.RATIO_MAX, Numbers::small);
        RatioBounds maxFirst = row.read(Column.RATIO_MAX_MIN, cell -> RatioBounds.of(cell, true));
        RatioBounds minFirst = row.read(Column.RATIO_MIN_MAX, cell -> RatioBounds.of(cell, false));
        RatioBounds both = maxFirst == null ? minFirst : maxFirst;
        if (both == null || min != null || max != null) {
            return new RatioBounds(min, max);
        }
        return both;
    }
}
