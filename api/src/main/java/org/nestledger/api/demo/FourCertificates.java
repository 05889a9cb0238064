package org.nestledger.api.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.nestledger.api.demo.PermitOffice.Application;
import org.nestledger.core.permit.PermitKind;

/** How a project gets the four certificates: one after the other, each applied for while the one before is pending. */
final class FourCertificates {

    private final PermitOffice office;

    FourCertificates(PermitOffice office) {
        this.office = office;
    }

    /**
     * A project that has the four certificates.
     *
     * @param last the day of the last grant
     */
    record Certified(DemoSupply supply, LocalDate last, Instant recordedAt) {}

    /**
     * From the first application to the last grant.
     *
     * @param days both included; grants that would fall on a weekend are made on the Friday before
     * @param refusedFirst whether the first plans are refused
     */
    Certified plan(DemoSupply supply, LocalDate first, int days, boolean refusedFirst) {
        DemoProject project = supply.project();
        Course course = new Course(first, days);
        Instant land = supply.recordedAt();
        office.permit(new Application(project, PermitKind.REAL_ESTATE, 1), course.at(0), course.at(30), land);
        office.permit(new Application(project, PermitKind.LAND_USE_PLANNING, 1), course.at(5), course.at(50), land);
        Application planning = new Application(project, PermitKind.CONSTRUCTION_PLANNING, 1);
        Instant refused = Instant.EPOCH;
        if (refusedFirst) {
            refused = office.refuse(planning, course.at(10), course.at(45), "the distance to the road is too small");
            planning = new Application(project, PermitKind.CONSTRUCTION_PLANNING, 2);
        }
        Instant planned = office.permit(planning, course.at(refusedFirst ? 55 : 25), course.at(75), land, refused);
        Instant permitted = office.permit(
                new Application(project, PermitKind.CONSTRUCTION, 1), course.at(60), course.at(100), planned);
        return new Certified(supply, course.at(100), permitted);
    }

    private record Course(LocalDate first, int days) {

        LocalDate at(int percent) {
            return Workdays.onOrBefore(first.plusDays((days - 1L) * percent / 100));
        }
    }
}
