package org.nestledger.api.exchange.landchina;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells names of natural persons from those of organisations, by their form alone. Where both are possible it says
 * person: a name that was recorded cannot be taken back.
 */
final class Persons {

    private static final Pattern SHORT = Pattern.compile("\\p{IsHan}{2,4}");
    private static final Pattern DOTTED = Pattern.compile("\\p{IsHan}{1,10}(?:[·•・‧∙.]\\p{IsHan}{1,10})+");
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)|(?:先生|女士|个人)$");
    private static final Pattern AND_OTHERS = Pattern.compile("等[0-9一二三四五六七八九十两]*[人户名位]?$");
    private static final Pattern BETWEEN_HOLDERS = Pattern.compile("[、,，;；/\\n]");
    private static final Pattern BETWEEN_PERSONS = Pattern.compile("[、,，;；/\\s和与及]+");

    /** What no person's name ends with. */
    private static final Pattern ORGANISATION_END =
            Pattern.compile(".*(?:[厂局院社校所部站处队店馆库场镇乡村矿厅署寺庙办委]|公司|集团|中心|政府|大学|中学|小学|银行|支行|分行|商行|协会|商会|学会"
                    + "|工会|村委会|居委会|委员会|管委会|基金会|联合会|联合体|法院|街道|部队|兵团|电台|研究室|办公室|总队|工程)");

    /** What no person's name begins with. */
    private static final Pattern ORGANISATION_START = Pattern.compile("(?:中国|国家|国网|中共).*");

    private Persons() {}

    /** Whether the holder, or each of several, is a natural person. */
    static boolean only(String holder) {
        return names(BETWEEN_PERSONS, holder).stream().allMatch(Persons::person);
    }

    /** The natural persons among the holders of a list. */
    static List<String> among(String holder) {
        return names(only(holder) ? BETWEEN_PERSONS : BETWEEN_HOLDERS, holder).stream()
                .filter(Persons::person)
                .toList();
    }

    private static List<String> names(Pattern between, String holder) {
        return Arrays.stream(between.split(bare(holder), -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String bare(String holder) {
        String text = REMARK.matcher(Cell.nfkc(holder).strip()).replaceAll("").strip();
        return AND_OTHERS.matcher(text).replaceAll("");
    }

    private static boolean person(String name) {
        return (SHORT.matcher(name).matches() || DOTTED.matcher(name).matches())
                && !ORGANISATION_END.matcher(name).matches()
                && !ORGANISATION_START.matcher(name).matches();
    }
}
