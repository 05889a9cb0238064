package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.testing.GoldenEvents;
import org.nestledger.core.testing.Meaning;
import tools.jackson.databind.JsonNode;

/** A log holds events of every version that was ever written, and each goes on to say what it said. */
class EveryVersionEverStoredDecodesTest {

    private static final Path HASHES = Path.of("src/test/resources/golden/hashes.txt");
    private static final Path MEANINGS = Path.of("src/test/resources/golden/meanings.txt");
    private static final Pattern FILE = Pattern.compile("([a-z]+\\.[A-Za-z]+?)(\\.minimal)?\\.v([0-9]+)\\.json");

    private static final Map<String, Path> FILES = GoldenEvents.COMMITTED.files();

    private record Golden(String type, int version, JsonNode data) {

        static Golden of(Path file) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (!name.matches()) {
                throw new IllegalArgumentException(file + " is named after no version of an event type");
            }
            JsonNode data = LedgerJson.mapper().readTree(GoldenEvents.read(file));
            return new Golden(name.group(1), Integer.parseInt(name.group(3)), data);
        }

        LedgerEvent decoded() {
            return EventTypes.decode(type, version, data);
        }
    }

    @BeforeAll
    static void note() {
        GoldenEvents.note(of(FILES, GoldenEvents::hash), HASHES);
        GoldenEvents.note(of(FILES, file -> Meaning.of(Golden.of(file).decoded())), MEANINGS);
    }

    static Stream<Path> files() {
        return FILES.values().stream();
    }

    @Test
    void everyVersionOfEveryTypeHasAFullAndAMinimalExample() {
        TreeSet<String> expected = new TreeSet<>();
        for (String type : EventTypes.byName().keySet()) {
            for (int version = 1; version <= EventTypes.version(type); version++) {
                expected.add(type + ".v" + version + ".json");
                expected.add(type + ".minimal.v" + version + ".json");
            }
        }
        assertThat(FILES.keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void noneWasChangedOrRemovedSinceItWasFirstWritten() {
        assertThat(GoldenEvents.differences(of(FILES, GoldenEvents::hash), HASHES))
                .isEmpty();
    }

    @Test
    void eachSaysToTheBooksWhatItSaidWhenItWasFirstWritten() {
        assertThat(GoldenEvents.differences(
                        of(FILES, file -> Meaning.of(Golden.of(file).decoded())), MEANINGS))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void decodingLeavesWhatWasStoredAsItIs(Path file) {
        Golden golden = Golden.of(file);
        JsonNode before = golden.data().deepCopy();
        LedgerEvent _ = golden.decoded();
        assertThat(golden.data()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenAnewOfItIsReadAsTheSame(Path file) {
        Golden golden = Golden.of(file);
        JsonNode anew = LedgerJson.mapper().valueToTree(golden.decoded());
        assertThat(EventTypes.decode(golden.type(), EventTypes.version(golden.type()), anew))
                .isEqualTo(golden.decoded());
    }

    @Test
    void aVersionWithoutItsUpcasterIsNotRead() {
        Golden first = Golden.of(FILES.get("opening.OpeningStockRecorded.v1.json"));
        assertThatThrownBy(() -> new Upcasters(List.of()).upcast(first.type(), 1, 2, first.data()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version 1 of \"opening.OpeningStockRecorded\" has no upcaster");
    }

    @Test
    void aChangedARemovedAndAnUnnotedFileAreNoticed(@TempDir Path copy) throws IOException {
        for (Path file : FILES.values()) {
            Files.copy(file, copy.resolve(file.getFileName().toString()));
        }
        Path changed = copy.resolve("land.LandServiced.v1.json");
        Files.writeString(changed, Files.readString(changed).replace("12.345678", "12.345679"));
        Files.delete(copy.resolve("fund.LandPaid.v1.json"));
        Files.writeString(copy.resolve("land.LandServiced.v2.json"), "{}");
        Map<String, Path> files = new GoldenEvents(copy).files();
        assertThat(GoldenEvents.differences(of(files, GoldenEvents::hash), HASHES))
                .containsExactly(
                        "fund.LandPaid.v1.json was removed",
                        "land.LandServiced.v1.json was changed",
                        "land.LandServiced.v2.json is not noted");
    }

    private static Map<String, String> of(Map<String, Path> files, Function<Path, String> note) {
        Map<String, String> notes = new TreeMap<>();
        files.forEach((name, file) -> notes.put(name, note.apply(file)));
        return notes;
    }
}
