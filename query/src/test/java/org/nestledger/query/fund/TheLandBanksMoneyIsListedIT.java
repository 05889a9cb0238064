package org.nestledger.query.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.fund.FundingSource;
import org.nestledger.core.measure.Quantity;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.supply.SupplyDetail;
import org.nestledger.query.testing.Books;

class TheLandBanksMoneyIsListedIT {

    private static final FundFilter ALL = FundFilter.ALL;

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void whatStandsFollowsBothDates() {
        long bond = fund("z", "BOND", "100 CNY", "2023-02-01");
        long paid = pay("30.05 CNY", "2023-03-01");
        long reversal = books.reverse(paid);
        long restated = books.restate(bond, "2024-01-10");

        assertThat(at("2023-02-28", restated)).containsExactly("FUNDING BOND - 10000 CNY");
        assertThat(at("2023-12-31", paid)).containsExactly("FUNDING BOND - 10000 CNY", "PAYMENT - s 3005 CNY");
        assertThat(at("2023-12-31", reversal)).containsExactly("FUNDING BOND - 10000 CNY");
        assertThat(at("2024-01-09", restated)).containsExactly("FUNDING BOND - 10000 CNY");
        assertThat(at("2024-01-10", restated)).isEmpty();
        assertThat(books.queries().funds().list(ALL, PageRequest.first(9)).items())
                .isEmpty();
    }

    @Test
    void aSupplyShowsWhatWasPaidAndWhatIsDue() {
        supply("'price':'100 CNY',");
        pay("60 CNY", "2023-03-01");
        long second = pay("50 CNY", "2023-04-01");
        refund("10 CNY", "2023-05-01");

        SupplyDetail supply = supplied();
        assertThat(supply.payments())
                .extracting(FundView::kind)
                .containsExactly(FundKind.PAYMENT, FundKind.PAYMENT, FundKind.REFUND);
        assertThat(supply.due()).isEqualTo(new Quantity("0", "CNY"));
        assertThat(supply.payments().getLast().note()).isEqualTo("overpaid");

        books.reverse(second);
        assertThat(supplied().due()).isEqualTo(new Quantity("50", "CNY"));
        assertThat(supplied().payments()).hasSize(2);
        assertThat(Books.types(supplied().history()))
                .containsExactly(
                        "reversal.EntryReversed",
                        "fund.LandPriceRefunded",
                        "fund.LandPaid",
                        "fund.LandPaid",
                        "supply.LandSupplied");
    }

    @Test
    void nothingIsKnownToBeDueOfAnUnknownPrice() {
        supply("");
        assertThat(supplied().due()).isNull();
    }

    @Test
    void theListIsNarrowedAndKeepsTheOrderOfTheLog() {
        books.zone("z");
        books.zone("z-1", "z");
        books.project("j", "z", "e");
        for (int n = 0; n < 8; n++) {
            fund("z", "CAPITAL", n + 1 + " CNY", "2023-02-01");
        }
        long loan = fund("z-1", "LOAN", "9 CNY", "2023-02-02");
        long paid = pay("3 CNY", "2023-03-01");

        assertThat(ids(ALL)).startsWith("4", "5").endsWith("11", Long.toString(loan), Long.toString(paid));
        assertThat(ids(new FundFilter("z-1", null, null, null, null, null, null, null, null)))
                .containsExactly(Long.toString(loan));
        assertThat(ids(new FundFilter(null, FundKind.PAYMENT, null, null, null, null, null, null, null)))
                .containsExactly(Long.toString(paid));
        assertThat(ids(new FundFilter(null, null, FundingSource.LOAN, null, null, null, null, null, null)))
                .containsExactly(Long.toString(loan));
        assertThat(ids(new FundFilter(null, null, null, "s", "j", "e", null, null, null)))
                .containsExactly(Long.toString(paid));
        assertThat(ids(new FundFilter(
                        null, null, null, null, null, null, LocalDate.of(2023, 2, 2), LocalDate.of(2023, 2, 28), null)))
                .containsExactly(Long.toString(loan));
        assertThat(ids(new FundFilter(null, null, null, null, null, null, null, null, "of loan")))
                .containsExactly(Long.toString(loan));
    }

    @Test
    void oneIsFoundByThePositionOfItsEvent() {
        long bond = fund("z", "BOND", "100 CNY", "2023-02-01");
        var funds = books.queries().funds();

        FundDetail found = funds.byId(Long.toString(bond)).orElseThrow();
        assertThat(found.fund().amount()).isEqualTo(new Quantity("100", "CNY"));
        assertThat(found.fund().source()).isEqualTo(FundingSource.BOND);
        assertThat(Books.types(found.history())).containsExactly("fund.FundingRecorded");
        for (String no : List.of("0", "2", "-1", "1x", "01", "", "99999999999999999999")) {
            assertThat(funds.byId(no)).as(no).isEmpty();
        }
        assertThat(books.queries().history().latest("fund", "z")).hasSize(1);
    }

    private List<String> ids(FundFilter filter) {
        return books.queries().funds().list(filter, PageRequest.first(20)).items().stream()
                .map(FundView::id)
                .toList();
    }

    private SupplyDetail supplied() {
        return books.queries().supplies().byId("s").orElseThrow();
    }

    private List<String> at(String asOf, long knownAt) {
        return books.at("read.fund_at", "kind, source, supply, amount, currency", asOf, knownAt);
    }

    private void supply(String price) {
        books.event("supply.LandSupplied", "2023-01-01", """
                {'zone':'z','parcel':'p','project':'j','supply':'s','area':'8 mu',
                 'terms':{'method':'TENDER','contractNumber':'c',%s'instalments':[],'useTerms':[]}}""".formatted(price));
    }

    private long fund(String zone, String source, String amount, String day) {
        return books.event("fund.FundingRecorded", day, """
                {'zone':'%s','source':'%s','amount':'%s','note':'Of %s'}""".formatted(zone, source, amount, source));
    }

    private long pay(String amount, String day) {
        return books.event("fund.LandPaid", day, """
                {'zone':'z','parcel':'p','project':'j','supply':'s','amount':'%s'}""".formatted(amount));
    }

    private long refund(String amount, String day) {
        return books.event("fund.LandPriceRefunded", day, """
                {'zone':'z','parcel':'p','project':'j','supply':'s','amount':'%s','reason':'overpaid'}""".formatted(amount));
    }
}
