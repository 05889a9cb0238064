package org.nestledger.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.opening.OpeningEvent.OpeningProjectRecorded;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.DeciderSpec.Answer;

/** Nothing that a notice opens is dated where the books are closed, or where what it takes the place of still counts. */
class NoticesLeaveClosedBooksAloneTest {

    private static final String ZONE = "DesignateZone zone=z on=1900-01-01";
    private static final String NOTICE = "RecordSupplyNotice key=441200A area=2ha contractDate=2023-05-01";

    @Test
    void itsProjectIsOpenedOnTheFirstDayThatIsNotClosed() {
        DeciderSpec spec = given(ZONE, "ClosePeriod through=2022-12-31 doc=1");
        Answer answer = spec.when(NOTICE);
        assertThat(answer.history()
                        .all()
                        .standing(OpeningProjectRecorded.class)
                        .getFirst()
                        .occurredOn())
                .isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(answer.history().events().stream().skip(2))
                .allMatch(event -> event.occurredOn().isAfter(LocalDate.of(2022, 12, 31)));
        spec.when(NOTICE.replace("441200A", "441200B").replace("2023-05-01", "2023-01-01"))
                .thenRecorded("land.ParcelRegistered", "opening.OpeningStockRecorded", "supply.LandSupplied");
    }

    @Test
    void itsProjectIsOpenedAnewOnlyOnceTheFormerOneCountsNoMore() {
        DeciderSpec spec = given(ZONE).and(NOTICE, "ClosePeriod through=2023-06-30 doc=1");
        for (String type : List.of("supply.LandSupplied", "opening.OpeningProjectRecorded")) {
            spec.whenReversed(type, "2023-08-01").thenRecorded("reversal.EntryReversed");
        }
        String other = NOTICE.replace("441200A", "441200B");
        spec.when(other.replace("2023-05-01", "2023-07-31")).thenRejected(RefusalCode.NOT_LATEST);
        Answer answer = spec.when(other.replace("2023-05-01", "2023-08-02"));
        assertThat(answer.history()
                        .all()
                        .standing(OpeningProjectRecorded.class)
                        .getLast()
                        .occurredOn())
                .isEqualTo(LocalDate.of(2023, 8, 1));
    }
}
