package org.nestledger.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GroundIsMeasuredOnTheEllipsoidTest {

    private static final long MICRO_MU_PER_MU = 1_000_000;
    private static final long MICRO_MU_PER_SQUARE_METRE = 1_500;

    private static Geometry geometry(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    /** 12308778361.469 m² is what GeographicLib's own Planimeter tests give for it. */
    @Test
    void aDegreeEachWayAtTheEquatorIsWhatOthersMeasure() throws Exception {
        long microMu = Ground.microMu(geometry("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"));
        assertThat(microMu).isCloseTo(12_308_778_361_469L * MICRO_MU_PER_SQUARE_METRE / 1_000, within(1_500L));
    }

    /** The lengths of a degree are those of the series for WGS 84, which have nothing to do with the library. */
    @ParameterizedTest
    @ValueSource(ints = {0, 18, 23, 31, 40, 48, 53})
    void aHectareIsFifteenMuAtAnyLatitudeOfTheCountry(int latitude) throws Exception {
        double radians = Math.toRadians(latitude);
        double north = 50 / (111_132.954 - 559.822 * Math.cos(2 * radians) + 1.175 * Math.cos(4 * radians));
        double east =
                50 / (111_412.84 * Math.cos(radians) - 93.5 * Math.cos(3 * radians) + 0.118 * Math.cos(5 * radians));
        String square = "POLYGON ((%1$s %3$s, %2$s %3$s, %2$s %4$s, %1$s %4$s, %1$s %3$s))"
                .formatted(112 - east, 112 + east, latitude - north, latitude + north);
        assertThat(Ground.microMu(geometry(square))).isCloseTo(15 * MICRO_MU_PER_MU, within(1_000L));
    }

    @Test
    void theOrderOfItsPointsDoesNotMatterAndHolesDoNotCount() throws Exception {
        String outer = "(112.47 23.05, 112.471 23.05, 112.471 23.051, 112.47 23.051, 112.47 23.05)";
        String backwards = "(112.47 23.05, 112.47 23.051, 112.471 23.051, 112.471 23.05, 112.47 23.05)";
        String hole = "(112.4702 23.0502, 112.4708 23.0502, 112.4708 23.0508, 112.4702 23.0508, 112.4702 23.0502)";
        long whole = Ground.microMu(geometry("POLYGON (" + outer + ")"));
        long within = Ground.microMu(geometry("POLYGON (" + hole + ")"));
        assertThat(Ground.microMu(geometry("POLYGON (" + backwards + ")"))).isEqualTo(whole);
        assertThat(Ground.microMu(geometry("POLYGON (" + outer + ", " + hole + ")")))
                .isEqualTo(whole - within);
        assertThat(within).isBetween(whole * 35 / 100, whole * 37 / 100);
    }

    @Test
    void partsAreAddedAndLinesAndPointsEncloseNothing() throws Exception {
        String one = "((112 23, 112.001 23, 112.001 23.001, 112 23.001, 112 23))";
        String other = "((113 23, 113.001 23, 113.001 23.001, 113 23.001, 113 23))";
        assertThat(Ground.microMu(geometry("MULTIPOLYGON (" + one + ", " + other + ")")))
                .isEqualTo(2 * Ground.microMu(geometry("POLYGON " + one)));
        assertThat(Ground.microMu(geometry("LINESTRING (112 23, 112.001 23)"))).isZero();
        assertThat(Ground.microMu(geometry("GEOMETRYCOLLECTION (POINT (112 23), POLYGON " + one + ")")))
                .isEqualTo(Ground.microMu(geometry("POLYGON " + one)));
    }
}
