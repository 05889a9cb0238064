package org.nestledger.core.claim;

import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.ZONES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;

/** Of what a zone publishes figures: what is in its own books and in those of the zones within it. */
class AZonePublishesFiguresOfItsOwnTest {

    private static final String PUBLISH =
            "PublishFigure figure=f value=1 statedOn=2023-12-30 publishedOn=2024-01-02 subject=";
    private static final String PROJECTS = ZONES + """
            IntroduceProject project=a on=2023-04-01
            IntroduceProject project=b zone=sub on=2023-04-01
            IntroduceProject project=c zone=peer on=2023-04-01
            IntroduceProject project=peer on=2023-04-01
            RecordOpeningProject project=o zone=sub stage=BUILDING on=2023-04-01
            RecordOpeningProject project=x zone=peer stage=BUILDING on=2023-04-01
            """;

    @ParameterizedTest
    @ValueSource(strings = {"z", "sub", "a", "b", "o"})
    void ofTheZoneOfOneWithinItAndOfTheirProjects(String subject) {
        given(PROJECTS).when(PUBLISH + subject).thenRecorded("claim.FigurePublished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"city", "province", "peer", "c", "x"})
    void ofNoOtherZoneNorItsProjects(String subject) {
        given(PROJECTS).when(PUBLISH + subject).thenRejected(RefusalCode.WRONG_ZONE);
    }

    @Test
    void norOfWhatTheLedgerDoesNotKnow() {
        given(PROJECTS).when(PUBLISH + "nowhere").thenRejected(RefusalCode.UNKNOWN_ZONE);
        given(ZONES + "IntroduceProject project=a on=2023-04-01")
                .reversing("project.ProjectIntroduced")
                .when(PUBLISH + "a")
                .thenRejected(RefusalCode.UNKNOWN_ZONE);
    }

    @Test
    void aZoneAbovePublishesThem() {
        given(PROJECTS).when(PUBLISH + "c zone=city").thenRecorded("claim.FigurePublished");
        given(PROJECTS).when(PUBLISH + "peer zone=province").thenRecorded("claim.FigurePublished");
    }
}
