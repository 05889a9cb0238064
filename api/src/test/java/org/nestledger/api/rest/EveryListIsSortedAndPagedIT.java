package org.nestledger.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.api.output.ListKind;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.api.testing.Http;
import org.nestledger.api.testing.ServedLedger;
import tools.jackson.databind.JsonNode;

/** Every list, sorted by every field, is read to its end while others write. */
class EveryListIsSortedAndPagedIT {

    private static final ServedLedger LEDGER = ServedLedger.shared();
    private static final Http HTTP = LEDGER.http();
    private static final Pattern FIELDS = Pattern.compile("one or several of ([A-Za-z, ]+), separated by commas");

    /** What every list takes besides its own filters. */
    private static final Set<String> OF_EVERY_LIST =
            Set.of("areaUnit", "asOf", "cursor", "knownAt", "limit", "minPosition", "sort");

    @BeforeAll
    static void someBooks() {
        for (int i = 0; i < 3; i++) {
            write();
        }
    }

    private static void write() {
        String zone = Commands.newZone(HTTP);
        for (BookCommands.Given given : BookCommands.of(zone)) {
            assertThat(HTTP.command(given.name(), given.body()).status()).isEqualTo(201);
        }
    }

    private static Http.Answer get(String path) {
        return HTTP.get(path + (path.contains("?") ? "&" : "?") + "minPosition=" + LEDGER.head());
    }

    /** As the refusal of another field names them. */
    private static List<String> fields(ListKind kind) {
        Http.Answer refused = HTTP.get("/api/v1/" + kind + "?sort=colour");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("INVALID_PARAMETER");
        Matcher fields = FIELDS.matcher(refused.json().get("detail").asString());
        assertThat(fields.find()).as(refused.text()).isTrue();
        return List.of(fields.group(1).split(", ", -1));
    }

    static Stream<Arguments> noEntryIsMissedOrGivenTwiceWhileOthersWrite() {
        return Arrays.stream(ListKind.values())
                .flatMap(kind -> sorts(fields(kind)).stream().map(sort -> Arguments.of(kind, sort)));
    }

    /** Each field up and down, and two fields in different directions. */
    private static List<String> sorts(List<String> fields) {
        List<String> sorts = new ArrayList<>();
        fields.forEach(field -> sorts.addAll(List.of(field, "-" + field)));
        if (fields.size() > 2) {
            sorts.add(fields.getLast() + ",-" + fields.getFirst());
        }
        return sorts;
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource
    void noEntryIsMissedOrGivenTwiceWhileOthersWrite(ListKind kind, String sort) {
        String list = "/api/v1/" + kind + "?sort=" + sort;
        List<String> before = ids(get(list + "&limit=1000"));
        int limit = Math.max(1, before.size() / 4);
        List<String> paged = new ArrayList<>();
        String next = list + "&limit=" + limit;
        for (int page = 0; next != null; page++) {
            Http.Answer answer = get(next);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            paged.addAll(ids(answer));
            String link = answer.headers().get("link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            if (page == 0) {
                write();
            }
        }
        assertThat(paged).doesNotHaveDuplicates();
        assertThat(paged.stream().filter(before::contains).toList()).isEqualTo(before);
    }

    private static List<String> ids(Http.Answer page) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : page.json().get("items")) {
            ids.add(item.get("id").asString());
        }
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void aCursorIsOfItsSortAndFilters(ListKind kind) {
        String list = "/api/v1/" + kind;
        String cursor = get(list + "?limit=1").json().get("next").asString();
        assertThat(get(list + "?limit=9&cursor=" + cursor).status()).isEqualTo(200);
        String zone = get("/api/v1/zones?limit=1").json().at("/items/0/id").asString();
        for (String other : List.of("sort=-id", "zone=" + zone, "asOf=2023-06-30")) {
            Http.Answer refused = get(list + "?limit=1&cursor=" + cursor + "&" + other);
            assertThat(refused.status()).as(other).isEqualTo(400);
            assertThat(refused.json().get("code").asString()).isEqualTo("INVALID_PARAMETER");
        }
    }

    @ParameterizedTest
    @EnumSource
    void readmeNamesItsFiltersAndTheFieldsThatItIsSortedBy(ListKind kind) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(readme).contains("| `" + kind + "` | " + String.join(", ", fields(kind)) + " |");
        Http.Answer refused = HTTP.get("/api/v1/" + kind + "?colour=green");
        Set<String> filters = new TreeSet<>(List.of(refused.json()
                .get("remedy")
                .asString()
                .replaceFirst("^Use ", "")
                .replaceFirst("\\.$", "")
                .split(", ", -1)));
        assertThat(filters).containsAll(OF_EVERY_LIST);
        filters.removeAll(OF_EVERY_LIST);
        Matcher line = Pattern.compile("GET +/api/v1/" + kind + " +(\\?.*)").matcher(readme);
        assertThat(line.find()).isTrue();
        assertThat(new TreeSet<>(
                        List.of(line.group(1).replaceAll("[?&=]", "").strip().split(" +", -1))))
                .isEqualTo(filters);
    }

    @Test
    void whatIsKnownAtAMomentIsReadToItsEndAsItWas() {
        String zone = Commands.newZone(HTTP);
        for (int i = 0; i < 6; i++) {
            HTTP.command("IntroduceProject", Commands.project(zone, Commands.id("w")));
        }
        String list = "/api/v1/projects?sort=stage,-introducedOn&zone=" + zone + "&knownAt=" + LEDGER.head();
        List<String> before = ids(get(list));
        assertThat(before).hasSize(6);
        List<String> paged = new ArrayList<>();
        String next = list + "&limit=2";
        while (next != null) {
            Http.Answer answer = get(next);
            paged.addAll(ids(answer));
            next = answer.json().has("next")
                    ? list + "&limit=2&cursor=" + answer.json().get("next").asString()
                    : null;
            assertThat(HTTP.command("WithdrawProject", withdrawal(zone, paged.getLast()))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(paged).isEqualTo(before);
    }

    @Test
    void longTextsAndLongQuestionsAreReadToTheirEnd() {
        String zone = Commands.newZone(HTTP);
        List<String> parcels = Stream.of("c", "a", "b").map(Commands::id).toList();
        for (String parcel : parcels) {
            String name = "长".repeat(3_990) + parcel;
            assertThat(HTTP.command(
                                    "RegisterParcel",
                                    Commands.parcel(zone, parcel, "1").replace("North field", name))
                            .status())
                    .isEqualTo(201);
        }
        String list = "/api/v1/parcels?limit=1&zone=" + zone + "&q=" + "%E9%95%BF".repeat(300);
        List<String> paged = new ArrayList<>();
        String next = list + "&sort=use,-name";
        while (next != null) {
            Http.Answer answer = get(next);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            paged.addAll(ids(answer));
            String link = answer.headers().get("link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(paged).containsExactlyInAnyOrderElementsOf(parcels);
    }

    private static String withdrawal(String zone, String project) {
        return """
            {"commandId":"%s","zone":"%s","project":"%s","reason":"no money","occurredOn":"2024-01-05"}""".formatted(Commands.id("withdraw"), zone, project);
    }
}
