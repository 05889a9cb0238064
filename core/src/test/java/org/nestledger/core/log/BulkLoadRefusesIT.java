package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nestledger.core.log.BulkLoadIT.load;
import static org.nestledger.core.log.BulkLoadIT.sound;
import static org.nestledger.core.log.BulkLoadIT.source;
import static org.nestledger.core.log.LogFixture.event;
import static org.nestledger.core.log.LogFixture.ofCommand;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot stand in the log is refused with what would be written with it, and a load that breaks off leaves a sound log. */
class BulkLoadRefusesIT {

    private static final String GOOD = "{'data':{'text':'a'},'id':'00000000-0000-4000-8000-000000000001','metadata':{},"
            + "'tags':['a:1','b:2'],'time':'2026-01-01T00:00:00.000001Z','type':'t','v':1}";

    private final LogFixture fixture = new LogFixture();

    @BeforeEach
    void appendOne() {
        fixture.append(ofCommand("known", "a"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'data'                   | {'data':               | it cannot be decoded",
                "'v':1}                    | 'v':1                  | it cannot be decoded",
                "'type':'t'                | 'type':'unknown'       | no such type",
                "-000000000001'            | -00000000000A'         | not a UUID",
                "00000000-0000-4000        | x0000000-0000-4000     | UUID",
                "000001Z                   | 0000011Z               | whole microseconds",
                "2026-01-01T               | 2999-01-01T            | ahead of the log's clock",
                "2026-01-01T               | -2026-01-01T           | whole microseconds",
                "2026-01-01T               | noon                   | it cannot be decoded",
                "'a:1','b:2'               | 'b:2','a:1'            | sorted and unique",
                "'a:1','b:2'               | 'a:1','a:1'            | sorted and unique",
                "'a:1','b:2'               | 'a'                    | colon",
                "'a:1','b:2'               | ':1'                   | colon",
                "'metadata':{}             | 'metadata':{'commandId':'known'} | its command known was executed before",
                "'v':1                     | 'v':1,'v':1            | it cannot be decoded",
            })
    void aBadRecordIsNamedAndNothingOfItsBatchIsWritten(String part, String replacement, String reason) {
        assertThat(GOOD).contains(part);
        List<byte[]> records =
                new ArrayList<>(List.of(json(GOOD), json(GOOD), json(GOOD.replace(part, replacement)), json(GOOD)));

        assertThatThrownBy(() -> load(fixture, 10).append(source(records), _ -> {}))
                .isInstanceOfSatisfying(RecordRefusedException.class, refused -> {
                    assertThat(refused.number()).isEqualTo(3);
                    assertThat(refused).hasMessageStartingWith("record 3 cannot be loaded: ");
                    assertThat(refused.reason()).contains(reason);
                });
        assertThat(sound(fixture)).isEqualTo(1);
        assertThatThrownBy(() -> load(fixture, 1).append(source(records), _ -> {}))
                .isInstanceOf(RecordRefusedException.class);
        assertThat(sound(fixture)).as("with batches before").isBetween(2L, 3L);
    }

    @Test
    void checkingSaysTheSameAndWritesNothing() throws Exception {
        List<byte[]> records = List.of(json(GOOD), json(GOOD), json(GOOD.replace("'t'", "'unknown'")));
        assertThatThrownBy(() -> check(records, _ -> {}))
                .isInstanceOfSatisfying(
                        RecordRefusedException.class,
                        refused -> assertThat(refused.number()).isEqualTo(3));

        List<Long> reached = new ArrayList<>();
        check(List.of(json(GOOD), json(GOOD), json(GOOD)), reached::add);
        assertThat(reached).containsExactly(3L);
        assertThat(sound(fixture)).isEqualTo(1);
    }

    @Test
    void aRecordThatIsTooLongIsRefusedAndTheLongestIsNot() throws Exception {
        int length = json(GOOD).length;
        byte[] longest =
                json(GOOD.replace("'text':'a'", "'text':'" + "x".repeat(Records.MAX_BYTES - length + 1) + "'"));
        byte[] tooLong =
                json(GOOD.replace("'text':'a'", "'text':'" + "x".repeat(Records.MAX_BYTES - length + 2) + "'"));
        assertThat(longest).hasSize(Records.MAX_BYTES);

        load(fixture, 10).append(source(List.of(longest, json(GOOD))), _ -> {});
        assertThatThrownBy(() -> load(fixture, 10).append(source(List.of(tooLong)), _ -> {}))
                .hasMessageContaining("65536 bytes");
        assertThat(sound(fixture)).isEqualTo(3);
    }

    @Test
    void oneCommandTwiceInALoadIsRefusedInOneBatchAndInTwo() {
        byte[] first = json(GOOD.replace("'metadata':{}", "'metadata':{'commandId':'c'}"));
        List<byte[]> records = List.of(first, json(GOOD), first);
        for (int batch : new int[] {10, 1}) {
            assertThatThrownBy(() -> load(fixture, batch).append(source(records), _ -> {}))
                    .isInstanceOf(RecordRefusedException.class)
                    .hasMessageContaining("its command c was executed");
        }
        assertThat(sound(fixture)).isEqualTo(3);
    }

    @Test
    void aSourceThatBreaksOffLeavesTheBatchesBefore() {
        BulkLoad.Source good = source(records(25));
        int[] given = new int[1];
        assertThatThrownBy(() -> load(fixture, 10)
                        .append(
                                () -> {
                                    given[0]++;
                                    if (given[0] > 25) {
                                        throw new IOException("the file is torn");
                                    }
                                    return good.next();
                                },
                                _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("the file is torn");
        assertThat(sound(fixture)).isEqualTo(21);
    }

    @Test
    void aServerThatGoesAwayLeavesASoundLogThatIsContinued() throws Exception {
        List<byte[]> records = records(400);
        assertThatThrownBy(() -> load(fixture, 50).append(source(records), reached -> {
                    if (reached == 150) {
                        fixture.database.killConnections();
                    }
                }))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("cannot be loaded further");
        long written = sound(fixture) - 1;
        assertThat(written).isEqualTo(150);

        load(fixture, 50).appendAfter(1 + written, source(records.subList((int) written, records.size())), _ -> {});
        assertThat(sound(fixture)).isEqualTo(401);
    }

    @Test
    void aRowThatTheDatabaseRefusesTakesItsBatchBack() throws Exception {
        fixture.database.execute("alter table log.log_tile add constraint no_second check (n < 1) not valid");
        List<byte[]> records = records(700);
        assertThatThrownBy(() -> load(fixture, 200).append(source(records), _ -> {}))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("no_second");
        assertThat(sound(fixture)).isEqualTo(401);

        fixture.database.execute("alter table log.log_tile drop constraint no_second");
        load(fixture, 200).append(source(records.subList(400, 700)), _ -> {});
        assertThat(sound(fixture)).isEqualTo(701);
    }

    private static void check(List<byte[]> records, BulkLoad.Watch watch) throws IOException {
        BulkLoad.check(new TextCodec(), Clock.systemUTC(), source(records), watch);
    }

    private static List<byte[]> records(int count) {
        try (LogFixture other = new LogFixture()) {
            other.append(IntStream.range(0, count)
                    .mapToObj(i -> event("text " + i, "n:" + i % 7))
                    .toArray(TaggedEventMessage<?>[]::new));
            return BulkLoadIT.records(other);
        }
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
