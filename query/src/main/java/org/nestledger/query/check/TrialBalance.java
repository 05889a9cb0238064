package org.nestledger.query.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.journal.Movement;
import org.nestledger.core.journal.Place;
import org.nestledger.core.journal.rules.JournalRules;
import org.nestledger.core.log.RecordedEvent;
import org.nestledger.query.page.Amounts;
import org.nestledger.query.page.SqlFile;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The balances of all accounts as the journal rules give them from the log, against those of the read models. That these sum
 * to zero in each unit follows from double entry; that each is the log's does not.
 */
final class TrialBalance {

    private static final String BALANCES = SqlFile.beside(TrialBalance.class, "balances.sql");

    private final Map<Account, BigDecimal> fromLog = new HashMap<>();

    private record Account(String account, String zone, String unit) {

        @Override
        public String toString() {
            return "balance of " + account + " in zone " + zone;
        }
    }

    void add(RecordedEvent recorded) {
        if (recorded.payload() instanceof LedgerEvent event) {
            for (Movement movement : JournalRules.movements(event)) {
                BigDecimal amount = BigDecimal.valueOf(movement.amount());
                post(movement.from(), movement.unit(), amount.negate());
                post(movement.to(), movement.unit(), amount);
            }
        }
    }

    private void post(Place place, String unit, BigDecimal amount) {
        fromLog.merge(new Account(place.account().code(), place.zone(), unit), amount, BigDecimal::add);
    }

    /** Reports the balances that differ and the units whose balances do not sum to zero; how many balances there are. */
    long compare(JdbcOperations database, Findings findings) {
        Map<Account, BigDecimal> shown = new HashMap<>();
        database.query(BALANCES, row -> {
            shown.put(
                    new Account(row.getString("account"), row.getString("zone"), row.getString("unit")),
                    row.getBigDecimal("balance"));
        });
        sums(shown).forEach((unit, sum) -> {
            if (sum.signum() != 0) {
                findings.add(
                        Finding.divergence("trial balance", "all accounts sum to " + text(sum, unit) + ", not to 0"));
            }
        });
        Set<Account> all = new HashSet<>(shown.keySet());
        all.addAll(fromLog.keySet());
        for (Account account : all) {
            BigDecimal is = shown.getOrDefault(account, BigDecimal.ZERO);
            BigDecimal should = fromLog.getOrDefault(account, BigDecimal.ZERO);
            if (is.compareTo(should) != 0) {
                findings.add(Finding.divergence(
                        account.toString(),
                        text(is, account.unit()) + ", the log gives " + text(should, account.unit())));
            }
        }
        return all.size();
    }

    private static Map<String, BigDecimal> sums(Map<Account, BigDecimal> balances) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        balances.forEach((account, balance) -> sums.merge(account.unit(), balance, BigDecimal::add));
        return sums;
    }

    private static String text(BigDecimal amount, String unit) {
        return Amounts.quantity(amount, unit).value() + " " + unit;
    }
}
