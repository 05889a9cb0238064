package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.runtime.ApiJson;
import org.nestledger.api.testing.BookCommands;
import org.nestledger.api.testing.Commands;
import org.nestledger.core.journal.Account;
import org.nestledger.core.journal.Flow;
import tools.jackson.databind.JsonNode;

class ListsOnTheCommandLineIT {

    private static final int MORE_THAN_A_PAGE = 1_003;

    @TempDir
    static Path temporary;

    private static Path data;
    private static RunningDatabase running;

    @BeforeAll
    static void importTheBooks() throws Exception {
        data = temporary.resolve("data");
        running = new RunningDatabase(data);
        String books = BookCommands.of("东区").stream()
                .map(given -> oneLine(given.name(), given.body()))
                .collect(Collectors.joining());
        String parcels = Stream.iterate(1, n -> n + 1)
                .limit(MORE_THAN_A_PAGE)
                .map(n -> oneLine("RegisterParcel", Commands.parcel("w", "many-" + n, "1")))
                .collect(Collectors.joining());
        Path file = Files.writeString(
                temporary.resolve("commands.jsonl"),
                oneLine("DesignateZone", Commands.zone("东区"))
                        + books
                        + oneLine("DesignateZone", Commands.zone("w"))
                        + parcels);
        CommandLineRun run = CommandLineRun.of("import", file.toString(), "--data=" + data);
        assertThat(run.out().strip()).as(run.err()).endsWith("refused 0");
    }

    @AfterAll
    static void end() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "zones       | id,kind,name,parent,designated on,closed through                  | 东区,ZONE,Zone 东区,,2020-01-01,",
                "parcels     | id,zone,name,use,location,area mu,registered on                   | p-东区,东区,,industrial,,12,2023-01-11",
                "projects    | id,zone,name,enterprise,industry,stage,introduced on              | j-东区,东区,Cells,e-东区,,INTRODUCED,2023-01-14,,1000,CNY,9",
                "supplies    | id,zone,parcel,project,supplied on,method,contract                | s-东区,东区,p-东区,j-东区,2023-02-01,TENDER,C-7,8,0,100.5,CNY,2023-09-01",
                "enterprises | id,zone,name,industry,origin,registered on,qualifications         | e-东区,东区,绿能,battery,,2022-01-05,HIGH_TECH",
                "quotas      | id,zone,year,granted mu,available mu,used mu                      | 东区/2023,东区,2023,50,50,0",
                "permits     | id,zone,project,kind,status,applied on,decided on                 | a-东区,东区,j-东区,CONSTRUCTION_PLANNING,GRANTED,2023-02-03,2023-02-05,,CP-9,东区/w1,",
                "powers      | id,name,covers,batch,delegated on,withdrawn on                    | 东区/w1,Works,CONSTRUCTION_PLANNING,first,2023-02-02,",
                "services    | id,zone,project,name,agreed on,due on,delivered on,result         | pl-东区/road,东区,j-东区,Build a road,2023-02-06,,2023-03-01,open",
                "funds       | id,zone,kind,occurred on,amount,currency,source,supply            | ,东区,PAYMENT,2023-03-03,40,CNY,,s-东区,j-东区,",
                "claims      | id,zone,measure,subject,period,value,unit,precision               | f-东区,东区,land.acquired,东区,2023,12.5,mu,rounded:1,2024-01-02,",
                "visits      | id,zone,day,visits                                                | 东区/2023-12-01,东区,2023-12-01,77",
                "journal     | id,position,occurred on,flow,account,against,zone,parcel          | ,2023-02-01,SUPPLY,land:supplied,land:serviced,东区,p-东区,j-东区,s-东区,,8,mu",
            })
    void everyKindIsPrintedInEveryFormat(String kind, String headers, String row) {
        CommandLineRun csv = list(kind, "--zone=东区", "--format=csv");
        assertThat(csv.status()).as(csv.err()).isZero();
        assertThat(csv.out()).startsWith(headers).contains(row);

        JsonNode json = ApiJson.mapper()
                .readTree(list(kind, "--zone=东区", "--format=json").out());
        assertThat(json.isArray()).isTrue();
        assertThat(json).hasSize(csv.out().lines().toList().size() - 1);
        assertThat(json.get(0).has("id")).isTrue();

        String table = list(kind, "--zone=东区").out();
        assertThat(table.lines().toList().get(1)).contains(headers.split(",", -1));
        assertThat(table).contains(row.split(",", -1));
    }

    @Test
    void allEntriesAreGivenUnlessTheyAreLimited() throws Exception {
        assertThat(ids("parcels", "--zone=w")).hasSize(MORE_THAN_A_PAGE).doesNotHaveDuplicates();
        assertThat(ids("parcels", "--zone=w", "--limit=1002")).hasSize(1_002).doesNotHaveDuplicates();
        assertThat(ids("parcels", "--limit=2")).containsExactly("many-1", "many-10");
        assertThat(ids("parcels")).hasSize(MORE_THAN_A_PAGE + 1);
    }

    @Test
    void textNarrowsTheList() throws Exception {
        assertThat(ids("parcels", "--q=MANY-100"))
                .containsExactly("many-100", "many-1000", "many-1001", "many-1002", "many-1003");
        assertThat(ids("projects", "--q=nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--account=land:serviced --flow=SUPPLY                       | -8",
                "--account=land:supplied --from=2023-02-01 --to=2023-02-01   | 8",
                "--supply=s-东区 --parcel=p-东区 --project=j-东区 --flow=supply | -8 8",
                "--parcel=p-东区 --account=land:acquired --to=2023-01-31      | 12 -12",
                "--flow=SUPPLY --from=2023-02-02                             | ''",
                "--flow=SUPPLY --as-of=2023-01-31                            | ''",
                "--flow=SUPPLY --zone=w                                      | ''",
                "--parcel=nothing                                            | ''",
            })
    void theJournalIsListedByWhatItsEntriesAreAbout(String options, String amounts) throws Exception {
        assertThat(column("amount", "journal", options.split(" ", -1)))
                .containsExactly(amounts.isEmpty() ? new String[0] : amounts.split(" ", -1));
    }

    /** What a report shows is what these entries add up to. */
    @Test
    void aFlowOfAReportIsTheSumOfItsEntries() throws Exception {
        CommandLineRun land =
                CommandLineRun.of("report", "land", "--zone=东区", "--year=2023", "--format=json", "--data=" + data);
        String shown = ApiJson.mapper()
                .readTree(land.out())
                .at("/total")
                .valueStream()
                .filter(line -> line.get("account").asString().equals("land:serviced"))
                .flatMap(line -> line.get("flows").valueStream())
                .filter(flow -> flow.get("flow").asString().equals("SUPPLY"))
                .map(flow -> flow.at("/amount/value").asString())
                .collect(Collectors.joining());
        assertThat(shown).isNotEmpty();
        assertThat(column(
                        "amount",
                        "journal",
                        "--zone=东区",
                        "--account=land:serviced",
                        "--flow=SUPPLY",
                        "--from=2023-01-01",
                        "--to=2023-12-31"))
                .containsExactly(shown);
    }

    @Test
    void helpNamesWhatTheJournalIsListedBy() {
        String help = CommandLineRun.of("list", "--help").out();
        assertThat(help).as("whole, to be copied").contains(Account.codes());
        assertThat(help).contains(Arrays.stream(Flow.values()).map(Flow::name).toList());
        assertThat(help.replaceAll("\\s+", " "))
                .contains("For the journal only: --account=ACCOUNT", "--flow=FLOW")
                .contains("--parcel=ID", "--project=ID", "--supply=ID")
                .contains("--from=DATE The first business day. --to=DATE The last business day.");
    }

    @Test
    void aListIsAsOfAnyDayAsKnownAtAnyMoment() throws Exception {
        assertThat(ids("supplies", "--as-of=2023-01-31")).isEmpty();
        assertThat(ids("supplies", "--as-of=2023-02-01")).containsExactly("s-东区");
        assertThat(ids("zones", "--known-at=1")).containsExactly("东区");
        assertThat(ids("parcels", "--known-at=1970-01-01T00:00:00Z")).isEmpty();
        assertThat(list("parcels", "--zone=w", "--known-at=1").err().strip())
                .isEqualTo("ledger: The zone \"w\" was not recorded yet then; give a later --known-at.");
        assertThat(list("parcels", "--known-at=99999").err())
                .contains("no position 99999 yet")
                .hasLineCount(1);
    }

    @Test
    void anEmptyListIsNoFailure() {
        assertThat(list("claims", "--zone=w", "--format=json").out().strip()).isEqualTo("[ ]");
        CommandLineRun table = list("claims", "--zone=w");
        assertThat(table.status()).isZero();
        assertThat(table.out()).contains("| id | zone | measure |");
    }

    @Test
    void whatCannotBeListedIsSaidInOneLine() {
        CommandLineRun zone = list("parcels", "--zone=west");
        assertThat(zone.status()).isEqualTo(1);
        assertThat(zone.err().strip()).isEqualTo("ledger: There is no zone \"west\". Give one of w, 东区.");
        CommandLineRun text = list("quotas", "--q=2023");
        assertThat(text.status()).isEqualTo(2);
        assertThat(text.err())
                .contains("There is no text in quotas to search; leave --q out.")
                .hasLineCount(1);
    }

    private static List<String> ids(String kind, String... options) throws Exception {
        return column("id", kind, options);
    }

    private static List<String> column(String name, String kind, String... options) throws Exception {
        String[] all =
                Stream.concat(Stream.of("--format=csv"), Stream.of(options)).toArray(String[]::new);
        CommandLineRun run = list(kind, all);
        assertThat(run.status()).as(run.err()).isZero();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(run.out())) {
            return rows.stream().map(row -> row.getField(name)).toList();
        }
    }

    private static CommandLineRun list(String kind, String... options) {
        return CommandLineRun.of(Stream.concat(Stream.of("list", kind, "--data=" + data), Stream.of(options))
                .toArray(String[]::new));
    }

    private static String oneLine(String command, String json) {
        return json.replace("\n", " ").replaceFirst("\\{", "{\"command\":\"" + command + "\",") + "\n";
    }
}
