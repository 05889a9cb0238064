package org.nestledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.query.testing.Books;

/** What was folded event by event equals what is folded from the whole log at once. */
class ARebuildIsTheSameIT {

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void ofTheBooksOfAZone() {
        long[] positions = {
            book("permit.PermitApplied", "'project':'j','permit':'a','kind':'CONSTRUCTION'"),
            book(
                    "permit.PermitGranted",
                    "'project':'j','permit':'a','kind':'CONSTRUCTION','appliedOn':'2023-03-03','authority':'City'"),
            book("permit.PowerDelegated", "'power':'w','name':'W','covers':['OTHER'],'batch':'first'"),
            book("permit.PowerWithdrawn", "'power':'w','delegatedOn':'2023-03-03'"),
            book("service.ServicePlanAgreed", "'project':'j','plan':'s','name':'S'"),
            book("service.ServiceAgreed", "'project':'j','plan':'s','service':'v','name':'V'"),
            book("service.ServiceDelivered", "'project':'j','plan':'s','service':'v'"),
            book("fund.FundingRecorded", "'source':'LOAN','amount':'5 CNY'"),
            book("portal.PortalVisitsRecorded", "'visits':7"),
            book("portal.PortalVisitsRecorded", "'visits':9,'previousVisits':7"),
            book(
                    "claim.FigurePublished",
                    "'figure':'f','measure':'m','subject':'z','period':'2023','unit':'mu',"
                            + "'precision':'statement','phrase':'p','source':'s','statedOn':'2023-03-03'"),
        };
        same();
        books.restate(positions[3], "2024-01-01");
        for (int n : new int[] {1, 6, 7, 9}) {
            books.contents();
            books.reverse(positions[n]);
        }
        same();
    }

    private void same() {
        Map<String, List<String>> live = books.contents();
        assertThat(live.get("read.permit")).hasSize(1);
        assertThat(live.get("read.power")).hasSize(1);
        assertThat(live.get("read.service")).hasSize(1);
        assertThat(live.get("read.claim")).hasSize(1);
        assertThat(live.get("read.visit")).hasSize(1);
        books.forget();
        assertThat(books.contents()).isEqualTo(live);
    }

    private long book(String type, String data) {
        long position = books.event(type, "2023-03-03", "{'zone':'z'," + data + "}");
        books.contents();
        return position;
    }
}
