package org.nestledger.core.supply;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.measure.Money;

/** Finds what is odd about agreed terms. */
public final class OddTerms {

    private OddTerms() {}

    /** @param contract the day of the contract */
    public static List<TermsWarning> of(SupplyTerms terms, LocalDate contract) {
        List<TermsWarning> warnings = new ArrayList<>();
        add(warnings, TermsWarning.PRICE_UNKNOWN, terms.price() == null);
        add(warnings, TermsWarning.INSTALMENTS_DIFFER_FROM_PRICE, differ(terms));
        add(warnings, TermsWarning.START_AFTER_COMPLETION, after(terms.agreedStart(), terms.agreedCompletion()));
        add(warnings, TermsWarning.DELIVERY_AFTER_COMPLETION, after(terms.agreedDelivery(), terms.agreedCompletion()));
        add(warnings, TermsWarning.DELIVERY_BEFORE_CONTRACT, after(contract, terms.agreedDelivery()));
        add(warnings, TermsWarning.START_BEFORE_CONTRACT, after(contract, terms.agreedStart()));
        add(warnings, TermsWarning.RATIO_BOUNDS_REVERSED, reversed(terms));
        return warnings;
    }

    private static void add(List<TermsWarning> warnings, TermsWarning warning, boolean holds) {
        if (holds) {
            warnings.add(warning);
        }
    }

    private static boolean after(@Nullable LocalDate first, @Nullable LocalDate second) {
        return first != null && second != null && first.isAfter(second);
    }

    private static boolean reversed(SupplyTerms terms) {
        return terms.floorAreaRatioMin() != null
                && terms.floorAreaRatioMax() != null
                && new BigDecimal(terms.floorAreaRatioMin()).compareTo(new BigDecimal(terms.floorAreaRatioMax())) > 0;
    }

    private static boolean differ(SupplyTerms terms) {
        Money price = terms.price();
        if (price == null || terms.instalments().isEmpty()) {
            return false;
        }
        BigInteger sum = BigInteger.ZERO;
        for (Instalment instalment : terms.instalments()) {
            Money amount = instalment.amount();
            if (amount == null || !amount.currency().equals(price.currency())) {
                return true;
            }
            sum = sum.add(BigInteger.valueOf(amount.minor()));
        }
        return !sum.equals(BigInteger.valueOf(price.minor()));
    }
}
