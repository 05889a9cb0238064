package org.nestledger.core.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** The ids that a notice gives to what it creates. Two importers give the same notice the same ids. */
public final class NoticeIds {

    private NoticeIds() {}

    public static String parcel(SupplyNotice notice) {
        return prefix(notice) + notice.key();
    }

    public static String supply(SupplyNotice notice) {
        return prefix(notice) + notice.key();
    }

    /** The same name and holder in a zone are the same project; a natural person is told apart by the notice's key. */
    public static String project(String zone, SupplyNotice notice) {
        String holder = notice.naturalPerson() ? notice.key() : normal(notice.holder());
        return prefix(notice)
                + sha256(zone + "\n" + normal(notice.projectName()) + "\n" + holder)
                        .substring(0, 16);
    }

    /** The command id of recording this notice. */
    public static String command(SupplyNotice notice) {
        return command(notice.format(), notice.key());
    }

    /** A command id made of its parts: the same parts, the same command. */
    public static String command(String... parts) {
        return sha256(String.join("\n", parts));
    }

    private static String prefix(SupplyNotice notice) {
        return notice.format().equals("landchina") ? "lc-" : notice.format() + "-";
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
