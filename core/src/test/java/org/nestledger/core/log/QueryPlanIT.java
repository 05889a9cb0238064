package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What loading a boundary costs depends on its own events, not on the length of the log. */
class QueryPlanIT {

    private static final String RARE = "{%d}".formatted(TagHash.ofTag("project:rare"));
    private static final String RARE_IN_ZONE =
            "{%d,%d}".formatted(TagHash.ofTag("zone:z"), TagHash.ofTag("project:rare"));

    private final LogFixture fixture = new LogFixture();

    @BeforeEach
    void fillWithEventsOfOthers() {
        fixture.database.execute(
                "insert into log.event select n, now(), 't', '{}', sha256('') from generate_series(1, 100000) n");
        fixture.database.execute("insert into log.event_tag select %d, n, 1 from generate_series(1, 100000) n"
                .formatted(TagHash.ofTag("zone:z")));
        fixture.database.execute("insert into log.event_tag select %d, n * 10000, 1 from generate_series(1, 5) n"
                .formatted(TagHash.ofTag("project:rare")));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void withoutStatisticsOnlyTheMatchingRowsAreTouched() {
        assertFewPages();
    }

    @Test
    void withStatisticsOnlyTheMatchingRowsAreTouched() {
        fixture.database.execute("vacuum analyze log.event");
        fixture.database.execute("vacuum analyze log.event_tag");
        assertFewPages();
    }

    @Test
    void aPageOfTheLogIsReadWithoutTheRestOfIt() {
        fixture.database.execute("update log.log_head set position = 100000");
        assertFewPagesOfOnePage();
        fixture.database.execute("vacuum analyze log.event");
        assertFewPagesOfOnePage();
    }

    private void assertFewPagesOfOnePage() {
        String page = "prepare page (bigint, integer) as "
                + Sql.load("read").replaceFirst("\\?", "\\$1").replaceFirst("\\?", "\\$2");
        List<String> plan = fixture.select(
                String.class,
                "set plan_cache_mode = force_generic_plan; " + page + "; explain analyze execute page (50, 1000)",
                "explain (analyze, buffers, timing off) execute page (50, 1000)");
        assertThat(pages(plan)).as(String.join("\n", plan)).isLessThan(200);
    }

    /** Whether a plan is kept cannot be asked of the server, only what it was told. */
    @ParameterizedTest
    @ValueSource(strings = {"source", "conflicts"})
    void thePlanOfAFunctionIsMadeOncePerConnection(String function) {
        assertThat(fixture.select(
                        String.class,
                        "select unnest(proconfig) from pg_proc where pronamespace = 'log'::regnamespace and proname = '"
                                + function + "'"))
                .contains("plan_cache_mode=force_generic_plan");
    }

    private void assertFewPages() {
        for (String tags : List.of(RARE, RARE_IN_ZONE)) {
            List<String> source = explain("select * from log.source(array['" + tags + "'], array[null], '{}', 0)");
            assertThat(pages(source)).as(String.join("\n", source)).isLessThan(200);

            List<String> conflicts = explain("select * from log.conflicts(array[0], array[0::bigint], array['" + tags
                    + "'], array[null::text], '{}', '{}', '{}')");
            assertThat(pages(conflicts)).as(String.join("\n", conflicts)).isLessThan(200);
        }
    }

    private List<String> explain(String sql) {
        // The first call of a session also reads the catalogue.
        return fixture.select(String.class, "explain analyze " + sql, "explain (analyze, buffers, timing off) " + sql);
    }

    /** Pages that the whole plan touched: the first line of buffers is the total. */
    private static int pages(List<String> plan) {
        String line = plan.stream()
                .filter(text -> text.contains("Buffers: shared"))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("(?:hit|read)=(\\d+)")
                .matcher(line)
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .sum();
    }
}
