package org.nestledger.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.claim.ClaimFilter;
import org.nestledger.query.claim.ClaimView;
import org.nestledger.query.fund.FundFilter;
import org.nestledger.query.fund.FundView;
import org.nestledger.query.permit.PermitFilter;
import org.nestledger.query.permit.PermitView;
import org.nestledger.query.permit.PowerFilter;
import org.nestledger.query.permit.PowerView;
import org.nestledger.query.portal.VisitView;
import org.nestledger.query.service.ServiceFilter;
import org.nestledger.query.service.ServiceView;
import org.nestledger.query.testing.Books;

/** In every order that a list has, pages of two give every entry once. */
class BooksArePagedIT {

    private static final int EACH = 5;

    private static Books books;
    private static LedgerQueries queries;

    @BeforeAll
    static void someOfEach() {
        books = new Books();
        for (int n = 1; n <= EACH; n++) {
            String day = "2023-01-0" + (n + 1) / 2;
            String more = n % 2 == 0 ? ",'dueOn':'2023-05-05'" : "";
            books.event("permit.PermitApplied", day, data("'project':'j','permit':'a-%d','kind':'OTHER'", n));
            books.event("permit.PowerDelegated", day, data("'power':'w%d','name':'W','batch':'first'", n));
            books.event(
                    "service.ServiceAgreed",
                    day,
                    data("'project':'j','plan':'s','service':'%d','name':'V'", n)
                            .replace("}", more + "}"));
            books.event("fund.FundingRecorded", day, data("'source':'LOAN','amount':'5 CNY'", n));
            books.event(
                    "claim.FigurePublished",
                    day,
                    data(
                            "'figure':'f%d','measure':'m','subject':'z','period':'2023',"
                                    + "'unit':'mu','precision':'statement','phrase':'p','source':'s','statedOn':'2023-01-01'",
                            n));
            books.event("portal.PortalVisitsRecorded", "2023-02-0" + n, data("'visits':%d", n % 2));
        }
        queries = books.queries();
    }

    @AfterAll
    static void close() {
        books.close();
    }

    private static String data(String data, int n) {
        return "{'zone':'z'," + data.formatted(n) + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "project", "kind", "status", "appliedOn", "-appliedOn", "decidedOn"})
    void permits(String sort) {
        everyEntryOnce(sort, page -> queries.permits().list(PermitFilter.ALL, page), PermitView::id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "name", "batch", "-delegatedOn", "withdrawnOn"})
    void powers(String sort) {
        everyEntryOnce(sort, page -> queries.powers().list(PowerFilter.ALL, page), PowerView::id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "name", "project", "agreedOn", "dueOn", "-dueOn", "deliveredOn"})
    void services(String sort) {
        everyEntryOnce(sort, page -> queries.services().list(ServiceFilter.ALL, page), ServiceView::id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "occurredOn", "-amount"})
    void funds(String sort) {
        everyEntryOnce(sort, page -> queries.funds().list(FundFilter.ALL, page), FundView::id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "measure", "subject", "statedOn", "-publishedOn"})
    void claims(String sort) {
        everyEntryOnce(sort, page -> queries.claims().list(ClaimFilter.ALL, page), ClaimView::id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-id", "day", "-visits"})
    void visits(String sort) {
        everyEntryOnce(sort, page -> queries.visits().list(null, null, null, page), VisitView::id);
    }

    private static <T> void everyEntryOnce(String sort, Function<PageRequest, Page<T>> list, Function<T, String> id) {
        PageRequest request = PageRequest.first(2).sortedBy(sort);
        List<String> paged = new ArrayList<>();
        Page<T> page = list.apply(request);
        page.items().forEach(item -> paged.add(id.apply(item)));
        while (page.next() != null) {
            page = list.apply(request.after(page.next()));
            page.items().forEach(item -> paged.add(id.apply(item)));
        }
        assertThat(paged).hasSize(EACH).doesNotHaveDuplicates();
        assertThat(paged)
                .isEqualTo(list.apply(PageRequest.first(100).sortedBy(sort)).items().stream()
                        .map(id)
                        .toList());
    }
}
