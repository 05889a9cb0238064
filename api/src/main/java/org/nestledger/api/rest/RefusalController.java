package org.nestledger.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Refusal;
import org.nestledger.api.database.Refusals;
import org.nestledger.api.output.ListColumn;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was refused because of who sent it, newest first, for auditors. */
@RestController
final class RefusalController {

    /** What CSV shows of each. */
    static final List<ListColumn<Refusal>> COLUMNS = List.of(
            ListColumn.number("id", Refusal::id),
            ListColumn.text("refused at", Refusal::refusedAt),
            ListColumn.text("actor", Refusal::actor),
            ListColumn.text("address", Refusal::address),
            ListColumn.text("method", Refusal::method),
            ListColumn.text("path", Refusal::path),
            ListColumn.text("command", Refusal::command),
            ListColumn.text("zone", Refusal::zone),
            ListColumn.number("status", Refusal::status),
            ListColumn.text("code", Refusal::code),
            ListColumn.number("times", Refusal::times));

    private final Refusals refusals;

    RefusalController(LedgerRuntime runtime) {
        refusals = new Refusals(runtime.database().requests());
    }

    /** Lists what was refused because of who sent it, newest first. */
    @GetMapping(
            path = "/api/v1/refusals",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<Page<Refusal>> list(
            @RequestParam(required = false) @Nullable Long cursor, @RequestParam(defaultValue = "100") int limit) {
        int checked = PageRequest.first(limit).limit();
        List<Refusal> found = refusals.latest(cursor == null ? Long.MAX_VALUE : cursor, checked);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Page.upTo(checked, found, last -> Long.toString(last.id())));
    }
}
