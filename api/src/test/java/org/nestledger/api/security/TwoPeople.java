package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;

/** A zone of its own, and two people of its headquarters. */
abstract class TwoPeople {

    private static final AtomicInteger NEXT = new AtomicInteger();

    final SecuredLedger ledger = SecuredLedger.shared();
    final String zone = newZone();
    final Http first = headquarters();
    final Http second = headquarters();

    String newZone() {
        String id = "two-" + NEXT.incrementAndGet();
        assertThat(ledger.everything()
                        .command("DesignateZone", SecuredLedger.zone(id, "own"))
                        .status())
                .isEqualTo(201);
        return id;
    }

    Http headquarters() {
        return ledger.nobody().bearing(ServedLedger.token(ledger.runtime(), List.of("headquarters@" + zone)));
    }

    void require(String matters) {
        Http.Answer answer = first.command("RequireApproval", """
            {"commandId":"require-%1$s","zone":"%1$s","matters":[%2$s],"occurredOn":"2021-01-01"}""".formatted(zone, matters));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    String grant(String id) {
        return """
            {"commandId":"%s","zone":"%s","year":2023,"area":{"value":"150","unit":"mu"},"occurredOn":"2023-01-10",
             "documents":[{"kind":"quota","number":"1"}]}""".formatted(id, zone);
    }

    /** A grant of quota by the first; its proposal. */
    long proposed() {
        require("\"QUOTA\"");
        return first.command("GrantQuota", grant("g-" + zone))
                .json()
                .get("proposal")
                .asLong();
    }

    static Http.Answer approve(Http who, long proposal) {
        return who.send("POST", "/api/v1/proposals/" + proposal + "/approval", new byte[0]);
    }

    static String code(Http.Answer answer) {
        return answer.json().get("code").asString();
    }
}
