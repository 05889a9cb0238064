package org.nestledger.core.notice;

/** Where supplied land comes from, as its notice tells (土地来源). */
public enum LandSource {
    /** Existing construction land (现有建设用地): the stated number equals the area. */
    EXISTING,
    /** New construction land (新增建设用地): the stated number is 0. */
    NEW,
    /** New land from the stock bank (新增建设用地(来自存量库)): any other number; the whole area counts as new. */
    NEW_FROM_STOCK,
    /** Nothing is stated. */
    UNKNOWN
}
