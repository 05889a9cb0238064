package org.nestledger.api.security;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each address answers to each kind of sender. The columns are: nobody, then a viewer, one of the staff (committee and
 * platform see alike), headquarters (as province) and an auditor of the zone that is asked for, and an auditor of another
 * zone. {@code ok} stands for any answer that is no refusal.
 */
final class EndpointTable {

    static final List<String> COLUMNS = List.of("nobody", "viewer", "staff", "headquarters", "auditor", "foreign");

    private static final String OPEN = "ok  ok  ok  ok  ok  ok";
    private static final String FIGURES = "401 ok  ok  ok  ok  403";
    private static final String ACTORS = "401 403 ok  ok  ok  403";
    private static final String PROPOSAL = "401 403 ok  ok  ok  404";
    private static final String RECORDS = "401 403 403 ok  ok  403";
    private static final String WHOLE_LOG = "401 403 403 403 403 403";
    private static final String COMMAND = "401 ok  ok  ok  ok  ok ";

    /** The pattern of each address, an address of it in the zone {@code z}, and its row. */
    private static final String[][] ROWS = {
        {"/error", "/error", OPEN},
        {"/log/checkpoint", "/log/checkpoint", OPEN},
        {"/log/vkey", "/log/vkey", OPEN},
        {"/api/v1/openapi.json", "/api/v1/openapi.json", OPEN},
        {"/api/v1/openapi.yaml", "/api/v1/openapi.yaml", OPEN},
        {"/log/tile/**", "/log/tile/0/000", OPEN},
        {"/log/tile/**", "/log/tile/entries/000.p/1", WHOLE_LOG},
        {"/api/v1/zones", "/api/v1/zones?zone={z}", FIGURES},
        {"/api/v1/parcels", "/api/v1/parcels?zone={z}", FIGURES},
        {"/api/v1/quotas", "/api/v1/quotas?zone={z}", FIGURES},
        {"/api/v1/projects", "/api/v1/projects?zone={z}", FIGURES},
        {"/api/v1/supplies", "/api/v1/supplies?zone={z}", FIGURES},
        {"/api/v1/enterprises", "/api/v1/enterprises?zone={z}", FIGURES},
        {"/api/v1/permits", "/api/v1/permits?zone={z}", FIGURES},
        {"/api/v1/powers", "/api/v1/powers?zone={z}", FIGURES},
        {"/api/v1/services", "/api/v1/services?zone={z}", FIGURES},
        {"/api/v1/funds", "/api/v1/funds?zone={z}", FIGURES},
        {"/api/v1/claims", "/api/v1/claims?zone={z}", FIGURES},
        {"/api/v1/visits", "/api/v1/visits?zone={z}", FIGURES},
        {"/api/v1/journal", "/api/v1/journal?zone={z}", FIGURES},
        {"/api/v1/zones", "/api/v1/zones", WHOLE_LOG},
        {"/api/v1/projects", "/api/v1/projects", WHOLE_LOG},
        {"/api/v1/zones/{id}", "/api/v1/zones/{z}", ACTORS},
        {"/api/v1/parcels/{id}", "/api/v1/parcels/p-{z}", ACTORS},
        {"/api/v1/quotas/{zone}/{year}", "/api/v1/quotas/{z}/2023", ACTORS},
        {"/api/v1/projects/{id}", "/api/v1/projects/j-{z}", ACTORS},
        {"/api/v1/supplies/{id}", "/api/v1/supplies/s-{z}", ACTORS},
        {"/api/v1/enterprises/{id}", "/api/v1/enterprises/e-{z}", ACTORS},
        {"/api/v1/permits/{id}", "/api/v1/permits/a-{z}", ACTORS},
        {"/api/v1/powers/{zone}/{power}", "/api/v1/powers/{z}/w1", ACTORS},
        {"/api/v1/services/{plan}", "/api/v1/services/pl-{z}", ACTORS},
        {"/api/v1/services/{plan}/{service}", "/api/v1/services/pl-{z}/road", ACTORS},
        {"/api/v1/funds/{id}", "/api/v1/funds/{fund}", ACTORS},
        {"/api/v1/claims/{id}", "/api/v1/claims/f-{z}", ACTORS},
        {"/api/v1/visits/{zone}/{day}", "/api/v1/visits/{z}/2023-12-01", ACTORS},
        {"/api/v1/reports/{report}", "/api/v1/reports/annual?zone={z}&year=2023", FIGURES},
        {"/api/v1/reports/{report}", "/api/v1/reports/ranks?zone={z}&year=2023", FIGURES},
        {"/api/v1/reports/{report}", "/api/v1/reports/unsupported?zone={z}&year=2023", ACTORS},
        {"/api/v1/reports/{report}", "/api/v1/reports/late-recording?zone={z}&year=2023", ACTORS},
        {"/api/v1/reports/{report}", "/api/v1/reports/reversals?zone={z}&year=2023", ACTORS},
        {
            "/api/v1/reports/{report}/explain",
            "/api/v1/reports/pipeline/explain?zone={z}&year=2023&figure=stages/INTRODUCED/came",
            FIGURES
        },
        {
            "/api/v1/reports/{report}/explain",
            "/api/v1/reports/late-recording/explain?zone={z}&year=2023&figure=summary/entries",
            ACTORS
        },
        {"/api/v1/reports/diff", "/api/v1/reports/diff?zone={z}&year=2023&fromKnown=1&toKnown=2", ACTORS},
        {
            "/api/v1/reports/annual/figures/{measure}/explain",
            "/api/v1/reports/annual/figures/land.acquired/explain?zone={z}&year=2023",
            FIGURES
        },
        {"/api/v1/events", "/api/v1/events?limit=1", WHOLE_LOG},
        {"/api/v1/events/live", "/api/v1/events/live?after=x", WHOLE_LOG},
        {"/api/v1/events/{position}/proof", "/api/v1/events/{position}/proof", RECORDS},
        {"/api/v1/proposals", "/api/v1/proposals?zone={z}", ACTORS},
        {"/api/v1/proposals", "/api/v1/proposals", WHOLE_LOG},
        {"/api/v1/proposals/{id}", "/api/v1/proposals/{proposal}", PROPOSAL},
        {"/api/v1/proposals/{id}/approval", "POST /api/v1/proposals/0/approval", COMMAND},
        {"/api/v1/refusals", "/api/v1/refusals", WHOLE_LOG},
        {"/api/v1/commands", "POST /api/v1/commands", COMMAND},
        {"/api/v1/commands/{name}", "POST /api/v1/commands/Nothing", COMMAND},
    };

    /** An address and what it answers, by column. */
    record Row(String pattern, String request, Map<String, String> answers) {}

    private EndpointTable() {}

    static List<Row> rows() {
        return Arrays.stream(ROWS)
                .map(row -> new Row(row[0], row[1], answers(row[2].strip().split(" +"))))
                .toList();
    }

    private static Map<String, String> answers(String[] cells) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            answers.put(COLUMNS.get(i), cells[i]);
        }
        return answers;
    }
}
