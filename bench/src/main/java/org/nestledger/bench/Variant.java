package org.nestledger.bench;

import java.time.Duration;
import java.util.Map;

/** One of the things that a benchmark compares. */
public interface Variant {

    /** As the results call it. */
    String name();

    /** What it is measured with, such as the number of callers; values are for people. */
    Map<String, String> parameters();

    /** How long it runs before it is measured for so long. */
    default Duration warmUp(Duration time) {
        return time.dividedBy(3);
    }

    /** Does its work over and over for about so long, and says what it did. */
    Sample run(Duration time) throws Exception;
}
