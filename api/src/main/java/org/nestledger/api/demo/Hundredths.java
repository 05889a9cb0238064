package org.nestledger.api.demo;

import org.nestledger.core.measure.Area;

/** Areas are planned in whole hundredths of a mu. */
final class Hundredths {

    private static final long MICRO_MU = 10_000;

    private Hundredths() {}

    static long ofMu(long mu) {
        return mu * 100;
    }

    static Area area(long hundredths) {
        return new Area(hundredths * MICRO_MU);
    }
}
