package org.nestledger.api.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that no honest client sends. */
final class HostileTexts {

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "00",
            "-0",
            "1.5",
            "1e9",
            "1e999",
            "NaN",
            "Infinity",
            "0x10",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999999999",
            "١٢٣",
            "１２",
            "1_000",
            "+1",
            " 1");

    private static final List<String> DATES = List.of(
            "0000-01-01",
            "9999-12-31",
            "2023-02-30",
            "2023-13-01",
            "2023-00-00",
            "2023-1-1",
            "+999999999-12-31",
            "-0001-01-01",
            "2023-06-31T00:00:00Z",
            "20230101",
            "2023-W05",
            "today",
            "1970-01-01T00:00:00.000000000Z",
            "2024-01-02T00:00:00+25:00",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "2023-02-29");

    private static final List<String> INJECTIONS = List.of(
            "' OR '1'='1",
            "x'; drop table log.event; --",
            "\"; select pg_sleep(10); --",
            "1) or (1=1",
            "%' and '%'='",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=y>",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "file:///etc/passwd",
            "$(id)",
            "`id`",
            "|id",
            ";id",
            "\r\nX-Evil: 1",
            "__proto__",
            "constructor",
            "{\"$ne\":null}",
            "[]",
            "{}",
            "null",
            "true",
            "undefined",
            "\\",
            "\\u0000",
            "*",
            "%",
            "_",
            "id\u0000",
            "?",
            "#",
            "&a=b",
            "=",
            "a,b",
            "\"",
            "'",
            ";",
            ":",
            "/",
            "//",
            "::1");

    private static final List<String> UNICODE = List.of(
            "肇庆",
            "İ",
            "ß",
            "ﬃ",
            "\u202Etxt.exe",
            "\u200B",
            "\uFEFFx",
            "\uFFFE",
            "😀",
            "👩‍👩‍👧‍👦",
            "e\u0301",
            "\u0130\u0131",
            "A\u030A\u0327\u0301\u0300\u0302\u0303",
            "\u2028",
            "\u0085",
            "\u00A0",
            "ｆｕｌｌ",
            "\uD835\uDD4F",
            "\u0007",
            "\u001B[31m",
            "\u007F");

    private HostileTexts() {}

    /** Any of them, sometimes a long one. */
    static String any(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> of(NUMBERS, random);
            case 1 -> of(DATES, random);
            case 2, 3 -> of(INJECTIONS, random);
            case 4 -> of(UNICODE, random);
            default -> longOne(random);
        };
    }

    static String number(RandomGenerator random) {
        return of(NUMBERS, random);
    }

    private static String longOne(RandomGenerator random) {
        int length = switch (random.nextInt(4)) {
            case 0 -> 121;
            case 1 -> 1_001;
            case 2 -> 4_001;
            default -> 6_000;
        };
        return of(List.of("a", "0", "-", ".", "é", "%", "'"), random).repeat(length);
    }

    /** The same for a URL: mostly encoded as it should be, sometimes so that it cannot be decoded. */
    static String inUrl(RandomGenerator random) {
        return switch (random.nextInt(12)) {
            case 0 -> "%zz";
            case 1 -> "%";
            case 2 -> "%ff%fe";
            case 3 -> "%c0%af";
            case 4 -> "%ed%a0%80";
            case 5 -> "%00";
            case 6 -> "%f0%9f%98";
            case 7 -> "";
            default -> URLEncoder.encode(any(random), StandardCharsets.UTF_8);
        };
    }

    static <T> T of(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
