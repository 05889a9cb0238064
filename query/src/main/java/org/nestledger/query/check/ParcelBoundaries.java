package org.nestledger.query.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.nestledger.core.measure.Area;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The boundaries of all parcels, as they stand, against their areas and each other. They are digitised and areas are surveyed,
 * so both may be off by one part in a hundred, or by 20 m² if that is more, before anything is said.
 */
final class ParcelBoundaries {

    private static final long PART = 100;
    private static final long LEAST_MICRO_MU = 30_000;
    private static final int PERCENT_DIGITS = 1;

    private final JdbcOperations database;
    private final GeoJsonReader reader = new GeoJsonReader();

    private record Parcel(int number, String id, long microMu, Geometry boundary) {}

    ParcelBoundaries(JdbcOperations database) {
        this.database = database;
    }

    /** Reports what is odd; how many parcels have a boundary. */
    long check(Findings findings) {
        List<Parcel> sound = new ArrayList<>();
        long[] count = {0};
        database.query(
                "select parcel, area, boundary::text from read.parcel where boundary is not null order by parcel",
                row -> {
                    count[0]++;
                    String id = row.getString("parcel");
                    Geometry boundary = read(id, row.getString("boundary"), findings);
                    if (boundary != null) {
                        sound.add(new Parcel(sound.size(), id, row.getLong("area"), boundary));
                    }
                });
        sound.forEach(parcel -> compareArea(parcel, findings));
        findOverlaps(sound, findings);
        return count[0];
    }

    private @Nullable Geometry read(String parcel, String boundary, Findings findings) {
        try {
            Geometry geometry = reader.read(boundary);
            TopologyValidationError error = new IsValidOp(geometry).getValidationError();
            if (error == null) {
                return geometry;
            }
            findings.add(Finding.warning(
                    where(parcel),
                    "its boundary encloses no area that is certain: " + error.getMessage() + " at longitude "
                            + error.getCoordinate().x + ", latitude " + error.getCoordinate().y));
        } catch (ParseException | IllegalArgumentException unreadable) {
            findings.add(Finding.warning(where(parcel), "its boundary cannot be read: " + unreadable.getMessage()));
        }
        return null;
    }

    private static void compareArea(Parcel parcel, Findings findings) {
        long enclosed = Ground.microMu(parcel.boundary);
        long difference = enclosed - parcel.microMu;
        if (Math.abs(difference) > tolerance(parcel.microMu)) {
            findings.add(Finding.warning(
                    where(parcel.id),
                    "its boundary encloses " + mu(enclosed) + ", " + percent(Math.abs(difference), parcel.microMu)
                            + (difference > 0 ? " more" : " less") + " than its area of " + mu(parcel.microMu)));
        }
    }

    private static void findOverlaps(List<Parcel> parcels, Findings findings) {
        STRtree tree = new STRtree();
        parcels.forEach(parcel -> tree.insert(parcel.boundary.getEnvelopeInternal(), parcel));
        for (Parcel parcel : parcels) {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(parcel.boundary);
            tree.query(parcel.boundary.getEnvelopeInternal(), found -> {
                if (found instanceof Parcel other
                        && other.number > parcel.number
                        && prepared.intersects(other.boundary)) {
                    compare(parcel, other, findings);
                }
            });
        }
    }

    private static void compare(Parcel one, Parcel other, Findings findings) {
        long common = Ground.microMu(OverlayNGRobust.overlay(one.boundary, other.boundary, OverlayNG.INTERSECTION));
        long smaller = Math.min(Ground.microMu(one.boundary), Ground.microMu(other.boundary));
        if (common > tolerance(smaller)) {
            findings.add(Finding.warning(
                    "parcels " + one.id + " and " + other.id,
                    "their boundaries overlap by " + mu(common) + ", " + percent(common, smaller) + " of the smaller"));
        }
    }

    private static long tolerance(long microMu) {
        return Math.max(LEAST_MICRO_MU, microMu / PART);
    }

    private static String where(String parcel) {
        return "parcel " + parcel;
    }

    /** To a hundredth of a mu, which is finer than a boundary is. */
    private static String mu(long microMu) {
        return BigDecimal.valueOf(microMu, 6).setScale(2, RoundingMode.HALF_UP).toPlainString() + " " + Area.UNIT;
    }

    private static String percent(long part, long whole) {
        return whole == 0
                ? "infinitely"
                : BigDecimal.valueOf(part)
                                .multiply(BigDecimal.valueOf(PART))
                                .divide(BigDecimal.valueOf(whole), PERCENT_DIGITS, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " %";
    }
}
