package org.nestledger.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.project.ProjectStage;
import org.nestledger.query.LedgerQueries;
import org.nestledger.query.project.ProjectFilter;
import org.nestledger.query.project.ProjectQueries;
import org.nestledger.query.project.ProjectView;
import org.nestledger.query.report.Answer;
import org.nestledger.query.report.KnownAt;
import org.nestledger.query.testing.ScenarioEvents;
import org.nestledger.query.testing.TestLedger;

class ListsArePagedIT {

    private final TestLedger ledger = new TestLedger();
    private final ProjectQueries projects = ledger.queries().projects();

    @BeforeEach
    void someProjects() {
        zone("z", "[]");
        zone("z-a", "[\"z\"]");
        zone("other", "[]");
        introduce("a", "z", "\"plannedInvestment\":\"5 CNY\"");
        introduce("B", "z-a", "\"industry\":\"steel\"");
        introduce("c", "z", "\"industry\":\"steel\",\"plannedInvestment\":\"40 CNY\"");
        introduce("d_x", "other", "\"holder\":\"100% Glass\"");
        introduce("d1x", "z-a", "\"industry\":\"glass\"");
        ledger.caughtUp();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "-id",
                "name",
                "stage",
                "-stage",
                "industry",
                "-industry",
                "introducedOn",
                "planned",
                "-planned",
                "stage,name",
                "-stage,-planned",
                "industry,-planned",
                "-industry,introducedOn,name",
                "introducedOn,-id,name"
            })
    void everyOrderGivesEveryEntryOnce(String sort) {
        List<String> paged = new ArrayList<>();
        PageRequest request = PageRequest.first(2).sortedBy(sort);
        Page<ProjectView> page = projects.list(ProjectFilter.ALL, request);
        paged.addAll(ids(page));
        while (page.next() != null) {
            page = projects.list(ProjectFilter.ALL, request.after(page.next()));
            paged.addAll(ids(page));
        }
        assertThat(paged)
                .containsExactlyInAnyOrder("a", "B", "c", "d_x", "d1x")
                .isEqualTo(ids(
                        projects.list(ProjectFilter.ALL, PageRequest.first(100).sortedBy(sort))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "industry,-name  | d_x a d1x c B",
                "industry,name   | a d_x d1x B c",
                "-industry,name  | B c d1x a d_x",
                "-planned,name   | c a B d1x d_x",
                "stage,-planned  | c a d_x d1x B",
                "name            | B a c d1x d_x",
            })
    void severalFieldsSortOneAfterTheOther(String sort, String expected) {
        assertThat(ids(projects.list(ProjectFilter.ALL, PageRequest.first(9).sortedBy(sort))))
                .containsExactly(expected.strip().split(" ", -1));
        List<String> paged = new ArrayList<>();
        PageRequest request = PageRequest.first(1).sortedBy(sort);
        Page<ProjectView> page = projects.list(ProjectFilter.ALL, request);
        paged.addAll(ids(page));
        while (page.next() != null) {
            // One before all and one after all of each page: neither moves what is still to come.
            introduce("new-" + paged.size(), "z", "\"industry\":\"zinc\"");
            introduce("0-" + paged.size(), "z", "\"plannedInvestment\":\"9 CNY\"");
            ledger.caughtUp();
            page = projects.list(ProjectFilter.ALL, request.after(page.next()));
            paged.addAll(ids(page));
        }
        assertThat(paged).doesNotHaveDuplicates();
        assertThat(paged.stream().filter(id -> !id.contains("-")).toList())
                .containsExactly(expected.strip().split(" ", -1));
    }

    @Test
    void thePlanSortsAsANumber() {
        assertThat(ids(projects.list(ProjectFilter.ALL, PageRequest.first(2).sortedBy("-planned"))))
                .containsExactly("c", "a");
    }

    @Test
    void aNewEntryBeforeThePageNeitherRepeatsNorHidesOthers() {
        Page<ProjectView> first = projects.list(ProjectFilter.ALL, PageRequest.first(3));
        introduce("aa", "z", "\"industry\":\"new\"");
        ledger.caughtUp();
        Page<ProjectView> second =
                projects.list(ProjectFilter.ALL, PageRequest.first(3).after(first.next()));

        assertThat(ids(first)).containsExactly("B", "a", "c");
        assertThat(ids(second)).containsExactly("d1x", "d_x");
        assertThat(second.next()).isNull();
    }

    @Test
    void aZoneIncludesItsDescendants() {
        assertThat(ids(all(new ProjectFilter("z", null, null, null, null)))).containsExactly("B", "a", "c", "d1x");
        assertThat(ids(all(new ProjectFilter("z-a", null, null, null, null)))).containsExactly("B", "d1x");
        assertThat(ids(all(new ProjectFilter("nowhere", null, null, null, null))))
                .isEmpty();
    }

    @Test
    void criteriaNarrowTogether() {
        assertThat(ids(all(new ProjectFilter("z", ProjectStage.INTRODUCED, null, "steel", null))))
                .containsExactly("B", "c");
        assertThat(ids(all(new ProjectFilter(null, ProjectStage.BUILDING, null, null, null))))
                .isEmpty();
    }

    @Test
    void textIsFoundInAnyCaseAndTakenLiterally() {
        assertThat(ids(all(new ProjectFilter(null, null, null, null, "b")))).containsExactly("B");
        assertThat(ids(all(new ProjectFilter(null, null, null, null, "D_")))).containsExactly("d_x");
        assertThat(ids(all(new ProjectFilter(null, null, null, null, "0%")))).containsExactly("d_x");
    }

    @Test
    void whatCannotBePagedIsRefusedWithASentence() {
        assertThatThrownBy(() -> new PageRequest(0, null, null)).isInstanceOf(InvalidPageRequest.class);
        assertThatThrownBy(() ->
                        projects.list(ProjectFilter.ALL, PageRequest.first(1).sortedBy("colour")))
                .isInstanceOf(InvalidPageRequest.class)
                .hasMessageContaining("id, industry, introducedOn, name, planned, stage");
        for (String cursor : List.of("!!", "YQ", "")) {
            assertThatThrownBy(() -> projects.list(
                            ProjectFilter.ALL, PageRequest.first(1).after(cursor)))
                    .isInstanceOf(InvalidPageRequest.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"id, '\0'", "introducedOn, tomato", "-planned, tomato", "'stage,-planned', tomato"})
    void aCursorWithOtherKeysIsRefused(String sort, String key) {
        PageRequest request = PageRequest.first(1).sortedBy(sort);
        String cursor = projects.list(ProjectFilter.ALL, request).next();
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        String[] parts = cursor.split("\\.", -1);
        parts[Math.max(1, parts.length - 2)] = forged;
        assertThatThrownBy(() -> projects.list(ProjectFilter.ALL, request.after(String.join(".", parts))))
                .isInstanceOf(InvalidPageRequest.class)
                .hasMessageContaining("is not a cursor of this list");
        for (String broken : List.of(cursor + ".YQ", cursor + "!", cursor.substring(0, cursor.lastIndexOf('.')))) {
            assertThatThrownBy(() -> projects.list(ProjectFilter.ALL, request.after(broken)))
                    .isInstanceOf(InvalidPageRequest.class);
        }
    }

    @Test
    void aCursorIsOfItsSortItsFiltersAndItsDay() {
        ProjectFilter filter = new ProjectFilter("z", null, null, null, null);
        PageRequest request = PageRequest.first(1).sortedBy("name");
        String cursor = projects.list(filter, request).next();
        assertThat(ids(projects.list(filter, request.after(cursor)))).containsExactly("a");
        for (String sort : List.of("-name", "industry", "name,industry")) {
            assertThatThrownBy(
                            () -> projects.list(filter, request.sortedBy(sort).after(cursor)))
                    .isInstanceOf(InvalidPageRequest.class)
                    .hasMessageContaining("with this sort and these filters");
        }
        for (ProjectFilter other : List.of(
                ProjectFilter.ALL,
                new ProjectFilter("z-a", null, null, null, null),
                new ProjectFilter("z", null, null, "steel", null))) {
            assertThatThrownBy(() -> projects.list(other, request.after(cursor)))
                    .isInstanceOf(InvalidPageRequest.class);
        }
        assertThatThrownBy(() -> at(LocalDate.of(2023, 3, 1), KnownAt.now()).list(filter, request.after(cursor)))
                .isInstanceOf(InvalidPageRequest.class);
        assertThat(ids(at(null, KnownAt.position(6)).list(filter, request.after(cursor))))
                .containsExactly("a");
    }

    private ProjectQueries at(LocalDate day, KnownAt knownAt) {
        if (ledger.queries().at(day, knownAt) instanceof Answer.Found<LedgerQueries>(LedgerQueries found)) {
            return found.projects();
        }
        throw new AssertionError(day + " " + knownAt);
    }

    @Test
    void aFieldIsStatedOnce() {
        for (String sort : List.of("name,name", "name,-name", "name,", "--name", ",")) {
            assertThatThrownBy(() -> projects.list(
                            ProjectFilter.ALL, PageRequest.first(1).sortedBy(sort)))
                    .isInstanceOf(InvalidPageRequest.class);
        }
    }

    private Page<ProjectView> all(ProjectFilter filter) {
        return projects.list(filter, PageRequest.first(100));
    }

    private static List<String> ids(Page<ProjectView> page) {
        return page.items().stream().map(ProjectView::id).toList();
    }

    private void zone(String id, String ancestors) {
        String json =
                "{\"zone\":\"%s\",\"kind\":\"ZONE\",\"name\":\"%s\",\"ancestors\":%s,\"timeZone\":\"Asia/Shanghai\"}"
                        .formatted(id, id, ancestors);
        ledger.append(ScenarioEvents.event("zone.ZoneDesignated", "2020-01-01", json));
    }

    private void introduce(String id, String zone, String more) {
        String json = "{\"zone\":\"%s\",\"project\":\"%s\",\"name\":\"%s\",%s}".formatted(zone, id, id, more);
        ledger.append(ScenarioEvents.event("project.ProjectIntroduced", "2023-02-03", json));
    }
}
