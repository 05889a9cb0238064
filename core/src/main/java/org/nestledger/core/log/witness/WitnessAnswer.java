package org.nestledger.core.log.witness;

import java.util.List;
import org.nestledger.core.log.checkpoint.NoteSignature;

/** What came of asking a witness. */
public sealed interface WitnessAnswer {

    /** It cosigned: at least one signature, verified. */
    record Cosigned(List<NoteSignature> lines) implements WitnessAnswer {
        public Cosigned {
            lines = List.copyOf(lines);
        }
    }

    /** It holds another checkpoint than the one that it was asked to go on from, of this size. */
    record Holds(long size) implements WitnessAnswer {}

    /** It refused; asking the same again is in vain. The clause says why. */
    record Refused(String why) implements WitnessAnswer {}

    /** It did not answer, or not as a witness does; it may be asked again. The clause says why. */
    record Failed(String why) implements WitnessAnswer {}
}
