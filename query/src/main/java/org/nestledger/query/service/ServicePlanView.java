package org.nestledger.query.service;

import java.time.LocalDate;
import java.util.List;

/** The services agreed with one enterprise for a project. */
public record ServicePlanView(
        String id, String zone, String project, String name, LocalDate agreedOn, List<ServiceView> services) {

    public ServicePlanView {
        services = List.copyOf(services);
    }
}
