package org.nestledger.query.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nestledger.core.permit.PermitKind;
import org.nestledger.query.testing.Books;

/** What is kept of the four certificates, asked as of any day and as known at any position, is what the permits stood at. */
class KeptCertificatesAreWhatTheStepsGiveIT {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 40;

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aProjectOfOneGrantOfEachKindIsKept() {
        introduce("j", "2023-01-01");
        PermitKind.FOUR_CERTIFICATES.forEach(kind -> apply("j", kind, "", "2023-01-02"));
        PermitKind.FOUR_CERTIFICATES.forEach(kind -> grant("j", kind, "", "2023-01-02", "2023-01-05"));

        assertThat(kept()).containsExactly("j z true 4 2023-01-05 2023-01-05 9");
    }

    @Test
    void theDaysOfOneWithAReversalARefusalOrASecondGrantAreNotKept() {
        introduce("j", "2023-01-01");
        PermitKind.FOUR_CERTIFICATES.forEach(kind -> apply("j", kind, "", "2023-01-02"));
        assertThat(kept()).as("not all four yet").isEmpty();
        PermitKind.FOUR_CERTIFICATES.forEach(kind -> grant("j", kind, "", "2023-01-02", "2023-01-05"));
        long second = grant("j", PermitKind.CONSTRUCTION, "-2", "2023-01-02", "2023-01-03");
        assertThat(kept()).containsExactly("j z false - - - -");

        books.reverse(second);
        assertThat(kept()).containsExactly("j z false - - - -");
    }

    @Test
    void anIntroductionThatIsTakenBackIsNoLongerPlain() {
        long introduced = introduce("j", "2023-01-01");
        PermitKind.FOUR_CERTIFICATES.forEach(kind -> grant("j", kind, "", "2023-01-02", "2023-01-05"));
        assertThat(kept()).containsExactly("j z true 4 2023-01-05 2023-01-05 5");

        books.reverse(introduced);

        assertThat(kept()).containsExactly("j z false - - - -");
    }

    @Test
    void ofPlainProjectsTheDaysStandFromTheirPositionAndDayOn() {
        Random random = new Random(7);
        int projects = 12;
        for (int i = 0; i < projects; i++) {
            introduce("j" + i, day(random.nextInt(5)));
        }
        long last = 0;
        for (PermitKind kind : PermitKind.FOUR_CERTIFICATES) {
            for (int i = 0; i < projects; i++) {
                last = step(random, "j" + i, kind);
            }
        }

        int complete = 0;
        for (int i = 0; i < 60; i++) {
            String asOf = day(random.nextInt(DAYS + 5));
            long knownAt = 1 + random.nextLong(last);
            List<String> stood = stood(asOf, knownAt);
            assertThat(keptPlain(asOf, knownAt)).as(asOf + " at " + knownAt).isEqualTo(stood);
            complete += stood.size();
        }
        assertThat(complete).as("projects that had all four").isPositive();
    }

    /** Applied for and granted, and rarely something else after it, so that some projects stay plain and others do not. */
    private long step(Random random, String project, PermitKind kind) {
        int applied = random.nextInt(DAYS / 2);
        int granted = applied + random.nextInt(DAYS / 2);
        if (random.nextBoolean()) {
            apply(project, kind, "", day(applied));
        }
        long grant = grant(project, kind, "", day(applied), day(granted));
        return switch (random.nextInt(20)) {
            case 0 -> revoke(project, kind, "", day(granted));
            case 1 -> books.reverse(grant);
            case 2 -> grant(project, kind, "-2", day(applied), day(applied));
            case 3 -> apply(project, kind, "", day(granted + 1));
            default -> grant;
        };
    }

    private List<String> kept() {
        return books.at(
                "read.certification_at",
                "project, zone, plain, days, granted_on, stands_on, known_from",
                "2023-12-31",
                Long.MAX_VALUE);
    }

    private List<String> keptPlain(String asOf, long knownAt) {
        return kept().stream()
                .map(row -> row.split(" ", -1))
                .filter(row ->
                        row[2].equals("true") && row[5].compareTo(asOf) <= 0 && Long.parseLong(row[6]) <= knownAt)
                .map(row -> row[0] + " " + row[3] + " " + row[4])
                .toList();
    }

    /** Folded from the steps, of those that are plain. */
    private List<String> stood(String asOf, long knownAt) {
        List<String> plain = kept().stream()
                .filter(row -> row.contains(" true "))
                .map(row -> row.split(" ", -1)[0])
                .toList();
        return books.at("read.permit_at", "project, applied_on, granted_on, status", asOf, knownAt).stream()
                .map(row -> row.split(" ", -1))
                .filter(row -> row[3].equals("GRANTED") && plain.contains(row[0]))
                .collect(Collectors.groupingBy(row -> row[0], TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(project -> project.getValue().size() == 4)
                .map(project -> project.getKey() + " " + days(project.getValue()))
                .toList();
    }

    private static String days(List<String[]> permits) {
        LocalDate applied = permits.stream()
                .map(row -> LocalDate.parse(row[1]))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate granted = permits.stream()
                .map(row -> LocalDate.parse(row[2]))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return granted.toEpochDay() - applied.toEpochDay() + 1 + " " + granted;
    }

    private long introduce(String project, String day) {
        return books.event("project.ProjectIntroduced", day, """
                {'zone':'z','project':'%s','name':'Works','enterprise':'e','industry':'battery','plannedInvestment':'1 CNY',
                'landNeed':'1 mu'}""".formatted(project));
    }

    private long apply(String project, PermitKind kind, String other, String day) {
        return books.event("permit.PermitApplied", day, permit(project, kind, other, ""));
    }

    private long grant(String project, PermitKind kind, String other, String appliedOn, String day) {
        return books.event(
                "permit.PermitGranted",
                day,
                permit(project, kind, other, ",'appliedOn':'" + appliedOn + "','authority':'City'"));
    }

    private long revoke(String project, PermitKind kind, String other, String day) {
        return books.event("permit.PermitRevoked", day, permit(project, kind, other, ",'grantedOn':'" + day + "'"));
    }

    private static String permit(String project, PermitKind kind, String other, String more) {
        return "{'zone':'z','project':'%1$s','permit':'%1$s-%2$s%3$s','kind':'%2$s'%4$s}"
                .formatted(project, kind, other, more);
    }

    private static String day(int after) {
        return FIRST.plusDays(after).toString();
    }
}
