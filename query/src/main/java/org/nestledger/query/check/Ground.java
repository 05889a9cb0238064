package org.nestledger.query.check;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * How much ground a polygon in longitude and latitude encloses: the area within geodesics on the ellipsoid of WGS 84, from
 * which that of CGCS2000 differs by a tenth of a millimetre. No projection is involved, and so no zone of one.
 */
final class Ground {

    private static final int MICRO_MU_PER_SQUARE_METRE = 1_500;

    private Ground() {}

    /** In whole millionths of a mu; what is no polygon has none. */
    static long microMu(Geometry geometry) {
        long sum = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                sum += within(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    sum -= within(polygon.getInteriorRingN(hole));
                }
            }
        }
        return sum;
    }

    private static long within(LinearRing ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        Coordinate[] points = ring.getCoordinates();
        // The last point is the first.
        for (int i = 0; i < points.length - 1; i++) {
            area.AddPoint(points[i].y, points[i].x);
        }
        return Math.abs(Math.round(area.Compute(false, true).area * MICRO_MU_PER_SQUARE_METRE));
    }
}
