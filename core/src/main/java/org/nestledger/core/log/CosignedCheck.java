package org.nestledger.core.log;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.nestledger.core.log.checkpoint.SignedNote;
import org.nestledger.core.log.checkpoint.UnverifiedException;

/** Holds the cosigned checkpoints of the database against the signed ones. */
final class CosignedCheck {

    private static final String BOTH = "select c.size, c.note, k.note from log.log_cosigned c"
            + " left join log.log_checkpoint k on k.size = c.size order by c.size";

    private CosignedCheck() {}

    /** Fails with UnverifiedException at the first cosigned checkpoint that was not signed so, or not by the log. */
    static void check(Connection connection, NoteCheck notes) throws SQLException {
        Cursor rows = new Cursor(connection, BOTH);
        try (rows) {
            for (; rows.hasRow(); rows.next()) {
                ResultSet row = rows.row();
                long size = row.getLong(1);
                if (row.getBytes(3) == null || !text(row.getBytes(2)).equals(text(row.getBytes(3)))) {
                    throw LogCheck.damaged(
                            Math.max(1, size),
                            "the cosigned checkpoint of the first " + size + " events was not signed so");
                }
                notes.verify("cosigned checkpoint", size, row.getBytes(2));
            }
        }
    }

    private static String text(byte[] note) {
        try {
            return SignedNote.parse(note).text();
        } catch (UnverifiedException malformed) {
            return "no note: " + new String(note, StandardCharsets.ISO_8859_1);
        }
    }
}
