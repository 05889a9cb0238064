package org.nestledger.query.enterprise;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param zone the books in which it was registered; it may be behind projects of any zone */
public record EnterpriseView(
        String id,
        String zone,
        String name,
        @Nullable String industry,
        @Nullable String origin,
        LocalDate registeredOn,
        List<QualificationView> qualifications) {

    public EnterpriseView {
        qualifications = List.copyOf(qualifications);
    }
}
