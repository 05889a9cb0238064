package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.core.decision.Role;

class CommandsNeedARoleInTheirZoneIT {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final SecuredLedger ledger = SecuredLedger.shared();

    static Stream<Arguments> everyRoleGivesEveryCommand() {
        return BookCommands.of("own").stream()
                .map(BookCommands.Given::name)
                .distinct()
                .flatMap(command -> Arrays.stream(Role.values()).map(role -> Arguments.of(command, role)));
    }

    /** The books hold each of them already, so that whoever may give it is told so, and nobody changes anything. */
    @ParameterizedTest
    @MethodSource
    void everyRoleGivesEveryCommand(String command, Role role) {
        BookCommands.Given given = BookCommands.of("own").stream()
                .filter(each -> each.name().equals(command))
                .findFirst()
                .orElseThrow();
        long head = ledger.head();
        Http.Answer own = ledger.bearer(name(role) + "@own").command(command, given.body());
        Http.Answer foreign = ledger.bearer(name(role) + "@foreign").command(command, given.body());

        boolean may = CommandTable.roles().get(command).contains(role);
        assertThat(own.status()).as(own.text()).isEqualTo(may ? 200 : 403);
        assertNotPermitted(foreign);
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void whatIsRecordedIsInTheNameOfTheBearer() {
        String parcel = "n-" + NEXT.incrementAndGet();
        Http platform = ledger.bearer("platform@own");
        Http.Answer recorded = platform.command("RegisterParcel", Commands.parcel("sub", parcel, "1"));

        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        long position = recorded.json().get("lastPosition").asLong();
        String actor = platform.get("/api/v1/parcels/" + parcel + "?minPosition=" + position)
                .json()
                .at("/history/0/actor")
                .asString();
        assertThat(actor).startsWith("token:test-");
    }

    @Test
    void eachCommandOfABatchNeedsItsRole() {
        String own = named(Commands.parcel("own", "b-" + NEXT.incrementAndGet(), "1"));
        String foreign = named(Commands.parcel("foreign", "b-" + NEXT.incrementAndGet(), "1"));
        Http.Answer answer = ledger.bearer("platform@own")
                .post(
                        "/api/v1/commands",
                        (foreign + "\n" + own).getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson");
        assertThat(answer.text().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"status\":403", "NOT_PERMITTED"),
                        second -> assertThat(second).contains("\"status\":201"));
    }

    private static String named(String parcel) {
        return parcel.replace("\n", " ").replaceFirst("\\{", "{\"command\":\"RegisterParcel\",");
    }

    @Test
    void aBodyNamesNoActor() {
        String body = Commands.parcel("own", "x", "1").replace("{", "{\"actor\":\"somebody\",");
        Http.Answer answer = ledger.bearer("platform@own")
                .command("RegisterParcel", body.replace("{\"actor\":\"somebody\",\"value\"", "{\"value\""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("UNKNOWN_FIELD");
        assertThat(answer.json().get("detail").asString()).contains("\"actor\"");
    }

    @Test
    void aZoneIsDesignatedByHeadquartersOfItsParent() {
        String zone = "new-" + NEXT.incrementAndGet();
        assertNotPermitted(
                ledger.bearer("headquarters@foreign").command("DesignateZone", SecuredLedger.zone(zone, "own")));
        assertNotPermitted(ledger.bearer("headquarters@own").command("DesignateZone", SecuredLedger.zone(zone, null)));
        assertThat(ledger.bearer("headquarters@own")
                        .command("DesignateZone", SecuredLedger.zone(zone, "own"))
                        .status())
                .isEqualTo(201);
        assertThat(ledger.bearer("platform@own")
                        .command("RegisterParcel", Commands.parcel(zone, "p-" + zone, "1"))
                        .status())
                .as("at once")
                .isEqualTo(201);
    }

    @Test
    void aZoneWithoutParentIsDesignatedByHeadquartersOfAllZones() {
        Http.Answer answer = ledger.bearer("headquarters@*")
                .command("DesignateZone", SecuredLedger.zone("root-" + NEXT.incrementAndGet(), null));
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void anEntryIsReversedByWhoRecordedItOrHeadquartersOfItsZone() {
        Http platform = ledger.bearer("platform@own");
        String parcel = "r-" + NEXT.incrementAndGet();
        long position = platform.command("RegisterParcel", Commands.parcel("own", parcel, "1"))
                .json()
                .get("lastPosition")
                .asLong();
        String reversal = """
            {"commandId":"reverse-%d","zone":"own","position":%d,"reason":"wrong","occurredOn":"2021-03-01"}""".formatted(position, position);

        assertNotPermitted(ledger.bearer("committee@own").command("ReverseEntry", reversal));
        assertNotPermitted(ledger.bearer("headquarters@foreign").command("ReverseEntry", reversal));
        Http.Answer foreign = ledger.bearer("headquarters@foreign")
                .command("ReverseEntry", reversal.replace("\"own\"", "\"foreign\""));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.json().get("code").asString()).isEqualTo("WRONG_ZONE");
        assertThat(platform.command("ReverseEntry", reversal).status()).isEqualTo(201);
    }

    @Test
    void aRefusalSaysWhichRolesAndWhere() {
        Http.Answer refused = ledger.bearer("viewer@own").command("RecordPortalVisits", """
            {"commandId":"visits-of-a-viewer","zone":"own","visits":3,"occurredOn":"2021-02-01"}""");

        assertNotPermitted(refused);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("RecordPortalVisits is for province or headquarters.");
        assertThat(refused.json().get("remedy").asString()).isEqualTo("Ask somebody with such a role in zone own.");
    }

    @Test
    void theRefusalOfANewZoneNamesTheOneAboveIt() {
        Http viewer = ledger.bearer("viewer@own");
        assertThat(remedy(viewer.command("DesignateZone", SecuredLedger.zone("never", "own"))))
                .isEqualTo("Ask somebody with such a role in zone own.");
        assertThat(remedy(viewer.command("DesignateZone", SecuredLedger.zone("never", null))))
                .isEqualTo("Ask somebody with such a role in all zones.");
    }

    private static String remedy(Http.Answer refused) {
        assertNotPermitted(refused);
        return refused.json().get("remedy").asString();
    }

    private static void assertNotPermitted(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_PERMITTED");
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
