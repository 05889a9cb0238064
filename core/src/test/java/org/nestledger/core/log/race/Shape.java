package org.nestledger.core.log.race;

import java.util.List;
import org.nestledger.core.log.race.Appender.Draft;

/** What deciders ask for: one tag, all of several, any of several, or a tag narrowed by type. */
public enum Shape {
    ONE_TAG {
        @Override
        public Boundary boundary(String key) {
            return Boundary.parse("t:" + key);
        }

        @Override
        public List<Draft> rivals(String key) {
            return List.of(new Draft(MOVED, List.of("t:" + key, "u:" + key)), new Draft(OTHER, List.of("t:" + key)));
        }

        @Override
        public List<Draft> strangers(String key) {
            return List.of(new Draft(MOVED, List.of("u:" + key)), new Draft(OTHER, List.of()));
        }
    },
    ALL_TAGS {
        @Override
        public Boundary boundary(String key) {
            return Boundary.parse("t:" + key + "&u:" + key + "&v:" + key);
        }

        @Override
        public List<Draft> rivals(String key) {
            return List.of(
                    new Draft(MOVED, List.of("t:" + key, "u:" + key, "v:" + key)),
                    new Draft(OTHER, List.of("a:" + key, "t:" + key, "u:" + key, "v:" + key, "z:" + key)));
        }

        @Override
        public List<Draft> strangers(String key) {
            return List.of(
                    new Draft(MOVED, List.of("t:" + key, "u:" + key)),
                    new Draft(MOVED, List.of("u:" + key, "v:" + key)),
                    new Draft(MOVED, List.of("t:" + key, "v:" + key)));
        }
    },
    ANY_TAG {
        @Override
        public Boundary boundary(String key) {
            return Boundary.parse("t:" + key + "|u:" + key + "&v:" + key);
        }

        @Override
        public List<Draft> rivals(String key) {
            return List.of(new Draft(MOVED, List.of("u:" + key, "v:" + key)), new Draft(MOVED, List.of("t:" + key)));
        }

        @Override
        public List<Draft> strangers(String key) {
            return List.of(new Draft(MOVED, List.of("u:" + key)), new Draft(MOVED, List.of("v:" + key)));
        }
    },
    TYPED {
        @Override
        public Boundary boundary(String key) {
            return Boundary.parse("t:" + key + "@" + MOVED + "+" + LEFT + "|u:" + key + "@" + LEFT);
        }

        @Override
        public List<Draft> rivals(String key) {
            return List.of(
                    new Draft(MOVED, List.of("t:" + key)),
                    new Draft(LEFT, List.of("u:" + key)),
                    new Draft(LEFT, List.of("t:" + key)));
        }

        @Override
        public List<Draft> strangers(String key) {
            return List.of(new Draft(OTHER, List.of("t:" + key, "u:" + key)), new Draft(MOVED, List.of("u:" + key)));
        }
    };

    static final String MOVED = "race.Moved";
    static final String LEFT = "race.Left";
    static final String OTHER = "race.Other";

    /** The boundary of this shape around a key; those of different keys are disjoint. */
    public abstract Boundary boundary(String key);

    /** Events that match the boundary. */
    public abstract List<Draft> rivals(String key);

    /** Events near the boundary that do not match it. */
    public abstract List<Draft> strangers(String key);
}
