package org.nestledger.core.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nestledger.core.testing.DeciderSpec.given;
import static org.nestledger.core.testing.Scenario.PROJECT;

import org.junit.jupiter.api.Test;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.permit.PermitEvent.PermitGranted;
import org.nestledger.core.testing.DeciderSpec;

/** A power is delegated on 1 May and, where so said, withdrawn from 1 August on and delegated again on 1 October. */
class GrantsRestOnAPowerOrAnAuthorityTest {

    private static final String APPLIED =
            PROJECT + "ApplyForPermit project=a permit=f kind=PROJECT_FILING on=2023-04-01\n";
    private static final String DELEGATE = "DelegatePowers powers=w:Filing:PROJECT_FILING+OTHER on=2023-05-01 doc=1\n";
    private static final String POWERED = APPLIED + DELEGATE;
    private static final String WITHDRAWN = POWERED + "WithdrawPower power=w on=2023-08-01 doc=2\n";
    private static final String AGAIN = WITHDRAWN + "DelegatePowers powers=w:Filing:OTHER on=2023-10-01 doc=3\n";
    private static final String GRANT = "GrantPermit project=a permit=f power=w on=";

    @Test
    void aPowerOfTheZoneItself() {
        given(POWERED).when(GRANT + "2023-06-01").thenRecorded(PermitGranted.class, event -> {
            assertThat(event.power()).isEqualTo("w");
            assertThat(event.powerZone()).isEqualTo("z");
            assertThat(event.authority()).isNull();
            assertThat(event.tags()).containsExactly("permit:f", "project:a", "power:z/w");
        });
    }

    @Test
    void orOfAZoneAboveIt() {
        String cityPower = APPLIED + DELEGATE.replace("powers=w", "zone=city powers=w");
        given(cityPower).when(GRANT + "2023-06-01 powerZone=city").thenRecorded(PermitGranted.class, event -> {
            assertThat(event.powerZone()).isEqualTo("city");
            assertThat(event.tags()).contains("power:city/w");
        });
        given(cityPower).when(GRANT + "2023-06-01").thenRejected(RefusalCode.UNKNOWN_POWER);
    }

    @Test
    void neverOfAZoneBelowOrBesideIt() {
        for (String zone : new String[] {"sub", "peer", "nowhere"}) {
            given(POWERED).when(GRANT + "2023-06-01 powerZone=" + zone).thenRejected(RefusalCode.WRONG_ZONE);
        }
    }

    @Test
    void orAnExternalAuthority() {
        given(APPLIED)
                .when("GrantPermit project=a permit=f authority=Ministry on=2023-06-01")
                .thenRecorded(PermitGranted.class, event -> {
                    assertThat(event.authority()).isEqualTo("Ministry");
                    assertThat(event.power()).isNull();
                    assertThat(event.powerZone()).isNull();
                    assertThat(event.tags()).containsExactly("permit:f", "project:a");
                });
    }

    @Test
    void exactlyOneOfBoth() {
        given(POWERED).when(GRANT + "2023-06-01 authority=city").thenRejected(RefusalCode.INVALID_FIELD);
        given(POWERED).when("GrantPermit project=a permit=f on=2023-06-01").thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void aZoneWithoutItsPowerIsNotIgnored() {
        given(POWERED)
                .when("GrantPermit project=a permit=f authority=city powerZone=city on=2023-06-01")
                .thenRejected(RefusalCode.INVALID_FIELD);
    }

    @Test
    void thePowerWasDelegatedByThen() {
        given(APPLIED).when(GRANT + "2023-06-01").thenRejected(RefusalCode.UNKNOWN_POWER);
        given(POWERED).when(GRANT + "2023-04-30").thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
        given(POWERED).when(GRANT + "2023-05-01").thenRecorded("permit.PermitGranted");
    }

    @Test
    void andNotWithdrawn() {
        given(WITHDRAWN).when(GRANT + "2023-08-01").thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
        given(WITHDRAWN).when(GRANT + "2023-07-31").thenRecorded("permit.PermitGranted");
    }

    @Test
    void thePowerCoversTheKindOnThatDay() {
        given(POWERED)
                .and("ApplyForPermit project=a permit=g kind=FIRE_PROTECTION on=2023-04-01")
                .when("GrantPermit project=a permit=g power=w on=2023-06-01")
                .thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
        given(AGAIN).when(GRANT + "2023-07-31").thenRecorded("permit.PermitGranted");
        given(AGAIN).when(GRANT + "2023-09-30").thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
        given(AGAIN).when(GRANT + "2023-10-01").thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
    }

    @Test
    void aPowerThatIsNotAboutPermitsCoversNone() {
        given(APPLIED)
                .and("DelegatePowers powers=w:Staffing on=2023-05-01 doc=1")
                .when(GRANT + "2023-06-01")
                .thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
    }

    @Test
    void aPowerIsNotWithdrawnFromUnderAGrant() {
        DeciderSpec granted = given(POWERED).and(GRANT + "2023-06-01");
        assertThat(granted.when("WithdrawPower power=w on=2023-06-01 doc=2")
                        .thenRejected(RefusalCode.POWER_IN_USE)
                        .figures())
                .containsEntry("permit", "f");
        granted.when("WithdrawPower power=w on=2023-06-02 doc=2").thenRecorded("permit.PowerWithdrawn");
    }

    @Test
    void butFromUnderAReversedOne() {
        given(POWERED)
                .and(GRANT + "2023-06-01", "ReverseEntry position=9")
                .when("WithdrawPower power=w on=2023-05-15 doc=2")
                .thenRecorded("permit.PowerWithdrawn");
    }

    @Test
    void norIsItsDelegationReversed() {
        given(POWERED)
                .and(GRANT + "2023-06-01")
                .when("ReverseEntry position=8")
                .thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
        given(POWERED).when("ReverseEntry position=8").thenRecorded("reversal.EntryReversed");
    }

    @Test
    void aSecondDelegationIsReversedWhileNothingRestsOnIt() {
        given(AGAIN).and(GRANT + "2023-07-31").when("ReverseEntry position=10").thenRecorded("reversal.EntryReversed");
        given(AGAIN)
                .and("ApplyForPermit project=a permit=g kind=OTHER on=2023-04-01")
                .and("GrantPermit project=a permit=g power=w on=2023-10-01")
                .when("ReverseEntry position=10")
                .thenRejected(RefusalCode.POWER_DOES_NOT_COVER);
    }
}
