package org.nestledger.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What became of one command.
 *
 * @param line where it stands in the batch, counted from 1
 * @param status as if it had come alone
 * @param commandId absent when the line could not be read
 * @param result the receipt, or what would be recorded; absent when there is a problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchResult(
        int line,
        int status,
        @Nullable String commandId,
        @Nullable Object result,
        @Nullable Problem problem) {

    static BatchResult of(int line, @Nullable String commandId, ResponseEntity<Object> answer) {
        return answer.getBody() instanceof Problem problem
                ? new BatchResult(line, problem.status(), commandId, null, problem)
                : new BatchResult(line, answer.getStatusCode().value(), commandId, answer.getBody(), null);
    }
}
