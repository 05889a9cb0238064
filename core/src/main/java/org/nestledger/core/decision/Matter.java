package org.nestledger.core.decision;

/** What a zone may have two people agree on. */
public enum Matter {
    /** What is granted, handed down, taken back or lapses, and what is there when the books open. */
    QUOTA,
    /** That an entry is taken back. */
    REVERSAL,
    /** That a figure is published or retracted. */
    PUBLICATION
}
