package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.movement.JournalEntry;
import org.nestledger.query.movement.JournalFilter;
import org.nestledger.query.page.InvalidPageRequest;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The double-entry journal: what every balance and flow of a report is the sum of. */
@RestController
@RequestMapping("/api/v1/journal")
final class JournalController {

    private final Lookup lookup;

    JournalController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists the entries of the journal, each with the position of its event: what balances and flows are the sum of. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<JournalEntry> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable Flow flow,
            @RequestParam(required = false) @Nullable String parcel,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String supply,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        JournalFilter filter =
                new JournalFilter(Lookup.zone(at, zone), account(account), flow, parcel, project, supply, from, to);
        return at.journal().list(filter, new PageRequest(limit, cursor, sort));
    }

    private static @Nullable Account account(@Nullable String code) {
        try {
            return code == null ? null : Account.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidPageRequest(String.valueOf(unknown.getMessage()));
        }
    }
}
