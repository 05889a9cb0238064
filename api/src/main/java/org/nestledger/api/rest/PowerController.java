package org.nestledger.api.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.nestledger.query.permit.PowerDetail;
import org.nestledger.query.permit.PowerFilter;
import org.nestledger.query.permit.PowerView;
import org.nestledger.query.report.KnownAt;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Delegated powers, and one power with the grants that cite it. */
@RestController
@RequestMapping("/api/v1/powers")
final class PowerController {

    private final Lookup lookup;

    PowerController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Lists the powers that were delegated to zones. */
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    Page<PowerView> list(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable PermitKind covers,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable Boolean withdrawn,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        PowerFilter filter = new PowerFilter(Lookup.zone(at, zone), covers, batch, withdrawn, q);
        return at.powers().list(filter, new PageRequest(limit, cursor, sort));
    }

    /** One delegated power with its history. */
    @GetMapping(path = "/{zone}/{power}", produces = MediaType.APPLICATION_JSON_VALUE)
    PowerDetail one(
            @PathVariable String zone,
            @PathVariable String power,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt) {
        LedgerQueries at = lookup.at(asOf, knownAt);
        return Lookup.found(at.powers().byId(zone, power), "power", zone + "/" + power);
    }
}
