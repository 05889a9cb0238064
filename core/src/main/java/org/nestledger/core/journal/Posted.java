package org.nestledger.core.journal;

import java.util.List;

/** Something that was recorded, with what it changed in the journal. */
public interface Posted {

    List<Movement> movements();
}
