package org.nestledger.core.journal.rules;

import static org.nestledger.core.journal.Account.QUOTA_AVAILABLE;
import static org.nestledger.core.journal.Account.QUOTA_PROVINCE;

import org.nestledger.core.journal.Flow;
import org.nestledger.core.journal.Place;
import org.nestledger.core.quota.QuotaEvent;
import org.nestledger.core.quota.QuotaEvent.QuotaAllocated;
import org.nestledger.core.quota.QuotaEvent.QuotaGranted;
import org.nestledger.core.quota.QuotaEvent.QuotaLapsed;
import org.nestledger.core.quota.QuotaEvent.QuotaRevoked;

final class QuotaRules {

    private QuotaRules() {}

    static void post(QuotaEvent event, Postings out) {
        switch (event) {
            case QuotaGranted e ->
                out.area(Flow.QUOTA_GRANT, province(e.zone(), e.year()), available(e.zone(), e.year()), e.area());
            case QuotaAllocated e ->
                out.area(Flow.QUOTA_ALLOCATE, available(e.zone(), e.year()), available(e.toZone(), e.year()), e.area());
            case QuotaRevoked e ->
                out.area(Flow.QUOTA_REVOKE, available(e.zone(), e.year()), province(e.zone(), e.year()), e.area());
            case QuotaLapsed e ->
                out.area(Flow.QUOTA_LAPSE, available(e.zone(), e.year()), province(e.zone(), e.year()), e.area());
        }
    }

    private static Place available(String zone, int year) {
        return Place.ofQuota(QUOTA_AVAILABLE, zone, year);
    }

    private static Place province(String zone, int year) {
        return Place.ofQuota(QUOTA_PROVINCE, zone, year);
    }
}
