package org.nestledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nestledger.api.database.Refusal;

class RefusalsAreCountedTest {

    private static final Instant NOW = Instant.parse("2024-01-01T00:00:09Z");

    @Test
    void whatIsAlikeIsOneRowWithTheInstantOfTheLast() {
        List<Refusal> rows = RefusalWriter.counted(List.of(at(1, "/a"), at(2, "/b"), at(3, "/a"), at(4, "/a")), 0, NOW);

        assertThat(rows).extracting(Refusal::path).containsExactly("/b", "/a");
        assertThat(rows).extracting(Refusal::times).containsExactly(1L, 3L);
        assertThat(rows.getLast().refusedAt()).isEqualTo(Instant.parse("2024-01-01T00:00:04Z"));
    }

    @Test
    void whatFoundTheQueueFullIsOneRowMore() {
        List<Refusal> rows = RefusalWriter.counted(List.of(at(1, "/a")), 77, NOW);

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().code()).isEqualTo(RefusalWriter.UNCOUNTED);
        assertThat(rows.getLast().times()).isEqualTo(77);
    }

    private static Refusal at(int second, String path) {
        return new Refusal(
                0,
                Instant.parse("2024-01-01T00:00:0" + second + "Z"),
                null,
                "127.0.0.1",
                "GET",
                path,
                null,
                null,
                401,
                "UNAUTHENTICATED",
                1);
    }
}
