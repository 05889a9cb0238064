package org.nestledger.api.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.database.Refusal;
import org.nestledger.api.database.Refusals;
import org.nestledger.api.runtime.LedgerRuntime;
import org.nestledger.query.page.Page;
import org.nestledger.query.page.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was refused because of who sent it, newest first, for auditors. */
@RestController
final class RefusalController {

    private final Refusals refusals;

    RefusalController(LedgerRuntime runtime) {
        refusals = new Refusals(runtime.database().requests());
    }

    @GetMapping("/api/v1/refusals")
    ResponseEntity<Page<Refusal>> list(
            @RequestParam(required = false) @Nullable Long cursor, @RequestParam(defaultValue = "100") int limit) {
        int checked = PageRequest.first(limit).limit();
        List<Refusal> found = refusals.latest(cursor == null ? Long.MAX_VALUE : cursor, checked);
        boolean more = found.size() == checked;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page<>(found, more ? Long.toString(found.getLast().id()) : null));
    }
}
