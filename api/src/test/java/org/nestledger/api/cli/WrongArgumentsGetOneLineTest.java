package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WrongArgumentsGetOneLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                                                  | A command is missing. See ./ledger --help.",
                "publish                                           | There is no \"publish\" here. See ./ledger --help.",
                "--colour                                          | --colour",
                "report                                            | The report is missing. See ./ledger report --help.",
                "report weekly                                     | There is no \"weekly\" here.",
                "report annual                                     | Missing required option: '--zone=ID'. See ./ledger report annual --help.",
                "report annual --zone=z --year=23                  | \"23\" is no year; write it like 2023.",
                "report annual --zone=z --year=2023 --as-of=2023-02-30 | is no date; write it like 2023-12-31.",
                "report annual --zone=z --year=2023 --as-of=+9999999-01-01 | is no date; write it like 2023-12-31.",
                "report annual --zone=z --year=2023 --known-at=now | a position like 1234 nor an instant",
                "report annual --zone=z --year=2023 --format=pdf   | expected one of [table, json, csv]",
                "explain                                           | The report is missing. See ./ledger explain --help.",
                "explain annual z 2023                             | give the year before the figure",
                "explain land z 2023                               | give the year before the figure",
                "explain stages z 2023 total                       | is of a day: leave the year out, and give the day with --as-of",
                "explain stages z total --month=2023-01            | There is no \"--month=2023-01\" here. See ./ledger explain stages --help.",
                "explain land z 2023 a b                           | There is more than a year and a figure",
                "explain annual z 23 land.acquired                 | \"23\" is no year; write it like 2023.",
                "explain annual z 2023 land.acquired --known-at=now | a position like 1234 nor an instant",
                "verify --complete=dir --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 | or a figure with --figure.",
                "verify dir --figure=file --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 | or a figure with --figure.",
                "serve --port=http                                 | \"http\" is no port; use a number from 0 to 65535",
                "import                                            | FILE",
                "import file --data=                               | the path is empty; state it, or leave the option out.",
                "serve --data=                                     | the path is empty; state it, or leave the option out. See ./ledger serve --help.",
                "demo --data=                                      | the path is empty; state it, or leave the option out.",
                "report annual --zone=z --year=2023 --data=        | the path is empty; state it, or leave the option out.",
                "list                                              | 'KIND'. See ./ledger list --help.",
                "list towns                                        | expected one of [zones, parcels, projects, supplies,",
                "list zones parcels                                | \"parcels\"",
                "list zones --limit=0                              | \"0\" is no such number; use a whole number from 1 to 999999999.",
                "list zones --format=pdf                           | expected one of [table, json, csv]",
                "list visits --q=x                                 | There is no text in visits to search; leave --q out.",
                "list journal --q=x                                | There is no text in journal to search; leave --q out.",
                "list journal --account=gold                       | '--account': there is no account \"gold\"; give one of land:outside, land:opening, land:acquired,",
                "list journal --account=LAND_ACQUIRED              | there is no account \"LAND_ACQUIRED\"; give one of land:outside,",
                "list journal --flow=GIFT                          | '--flow': expected one of [OPENING, ACQUIRE, SERVICE, SUPPLY, RESCIND,",
                "list journal --from=2023-02-30                    | '--from': \"2023-02-30\" is no date; write it like 2023-12-31.",
                "list journal --to=23-12-31                        | '--to': \"23-12-31\" is no date; write it like 2023-12-31.",
                "list journal --from=2023-12-31 --to=2023-01-01    | --from=2023-12-31 is after --to=2023-01-01; exchange them.",
                "list journal --parcel=                            | '--parcel': the id is empty; state it, or leave the option out.",
                "list funds --from=2023-01-01                      | --from is an option of list journal; leave it out of list funds.",
                "list parcels --zone=z --parcel=p                  | --parcel is an option of list journal; leave it out of list parcels.",
                "list zones --flow=SUPPLY                          | --flow is an option of list journal; leave it out of list zones. See ./ledger list --help.",
                "verify                                            | Give a log, or a receipt",
                "verify dir                                        | Give the log's key with --vkey, or a policy",
                "verify dir --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 --quorum=2 --witness=witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X | The quorum is 2, but there are 1 witnesses.",
                "verify dir --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 --quorum=2 --witness=witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X --witness=witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X | The witnesses are not as many as they seem: the key of witness.example/w1 stands there twice.",
                "verify dir --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 --old-vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 | Give --old-vkey together with --old or --save: it is for the checkpoint that was saved before.",
                "verify --proof=p --record=r --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 --old-vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 | Give a log, or a receipt",
                "verify dir --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 --old=o --old-vkey=k | This is no key of a log",
                "verify dir --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 --witness=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 | The key of ledger.example/events is a log's and not a witness's.",
                "verify dir --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 --witness=witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X --policy=p | Give either a policy, or witnesses and their quorum.",
                "verify dir --vkey=k                               | This is no key of a log",
                "verify --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 | Give a log, or a receipt",
                "prove                                             | POSITION",
                "prove 0                                           | \"0\" is no position; positions are 1, 2, 3",
                "export                                            | DIR",
                "restore dir                                       | Missing required option: '--vkey=KEY'",
                "restore --vkey=ledger.example/events+1aaa64c3+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 | DIR",
                "restore dir --vkey=k                              | This is no key of a log",
                "report annual --zone=z --zone=z --year=2023       | '--zone' (ID) should be specified only once. See ./ledger report annual --help.",
                "rotate-key --overlap=0                            | \"0\" is no number of days; use a whole number from 1 to 36500.",
                "token                                             | Say create, list or revoke. See ./ledger token --help.",
                "token create --name=n --role=boss --zone=*        | There is no role \"boss\"; there are province, headquarters, committee, platform, auditor, viewer. See ./ledger token create --help.",
                "token create --name=审计 --role=viewer --zone=*     | A name is at most 60 of a to z, A to Z, digits,",
                "token create --name=n --role=viewer --zone=* --expires=999999999 | \"999999999\" is no number of days; use a whole number from 1 to 36500.",
                "rotate-key --again                                | Say --again together with --compromised only.",
                "rotate-key --overlap=9 --compromised              | A compromised key has no overlap: leave it out.",
            })
    void thatSaysWhatToDo(String line, String expected) {
        CommandLineRun run = run(line);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("ledger: ").contains(expected).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    static Stream<String> commands() {
        return Stream.of(
                "",
                "demo",
                "serve",
                "import",
                "report",
                "report annual",
                "explain",
                "explain annual",
                "list",
                "verify",
                "prove",
                "export",
                "restore",
                "check",
                "rebuild",
                "rotate-key",
                "token",
                "token create");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpAndVersion(String command) {
        CommandLineRun help = run(command + " --help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).startsWith("Usage: ledger").contains("--debug");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(help.out().contains("In a checkout also:")).isEqualTo(command.isEmpty());
        CommandLineRun version = run(command + " --version");
        assertThat(version.status()).isZero();
        assertThat(version.out()).startsWith("nest-ledger ").hasLineCount(1);
    }

    @Test
    void debugPrintsTheStackTrace() {
        assertThat(run("report weekly --debug").err()).contains("\tat ");
    }

    private static CommandLineRun run(String line) {
        return CommandLineRun.of(
                line == null || line.isBlank() ? new String[0] : line.strip().split(" +", -1));
    }
}
