package org.nestledger.api.output;

import static org.nestledger.api.output.ListColumn.amount;
import static org.nestledger.api.output.ListColumn.area;
import static org.nestledger.api.output.ListColumn.text;
import static org.nestledger.api.output.ListColumn.unit;

import java.util.List;
import org.nestledger.query.enterprise.EnterpriseFilter;
import org.nestledger.query.enterprise.EnterpriseView;
import org.nestledger.query.enterprise.QualificationView;
import org.nestledger.query.permit.PermitFilter;
import org.nestledger.query.permit.PermitView;
import org.nestledger.query.permit.PowerFilter;
import org.nestledger.query.permit.PowerView;
import org.nestledger.query.project.ProjectFilter;
import org.nestledger.query.project.ProjectView;
import org.nestledger.query.service.ServiceFilter;
import org.nestledger.query.service.ServiceView;

/** The lists of projects and enterprises, of their permits and services. */
final class ProjectLists {

    static final EntryList<ProjectView> PROJECTS = new EntryList<>(
            ProjectView.class,
            true,
            (queries, zone, q, page) -> queries.projects().list(new ProjectFilter(zone, null, null, null, q), page),
            List.of(
                    text("id", ProjectView::id),
                    text("zone", ProjectView::zone),
                    text("name", ProjectView::name),
                    text(
                            "enterprise",
                            project -> project.enterprise() == null ? project.holder() : project.enterprise()),
                    text("industry", ProjectView::industry),
                    text("stage", ProjectView::stage),
                    text("introduced on", ProjectView::introducedOn),
                    text("started on", ProjectView::startedOn),
                    amount("planned", ProjectView::planned),
                    unit("currency", ProjectView::planned),
                    area("land need", ProjectView::landNeed)));

    static final EntryList<EnterpriseView> ENTERPRISES = new EntryList<>(
            EnterpriseView.class,
            true,
            (queries, zone, q, page) -> queries.enterprises().list(new EnterpriseFilter(zone, q), page),
            List.of(
                    text("id", EnterpriseView::id),
                    text("zone", EnterpriseView::zone),
                    text("name", EnterpriseView::name),
                    text("industry", EnterpriseView::industry),
                    text("origin", EnterpriseView::origin),
                    text("registered on", EnterpriseView::registeredOn),
                    text(
                            "qualifications",
                            enterprise -> enterprise.qualifications().stream()
                                    .map(QualificationView::qualification)
                                    .toList())));

    static final EntryList<PermitView> PERMITS = new EntryList<>(
            PermitView.class,
            true,
            (queries, zone, q, page) -> queries.permits().list(new PermitFilter(zone, null, null, null, null, q), page),
            List.of(
                    text("id", PermitView::id),
                    text("zone", PermitView::zone),
                    text("project", PermitView::project),
                    text("kind", PermitView::kind),
                    text("status", PermitView::status),
                    text("applied on", PermitView::appliedOn),
                    text("decided on", PermitView::decidedOn),
                    text("revoked on", PermitView::revokedOn),
                    text("certificate", PermitView::certificate),
                    text("power", permit -> permit.power() == null ? null : permit.powerZone() + "/" + permit.power()),
                    text("authority", PermitView::authority)));

    static final EntryList<PowerView> POWERS = new EntryList<>(
            PowerView.class,
            true,
            (queries, zone, q, page) -> queries.powers().list(new PowerFilter(zone, null, null, null, q), page),
            List.of(
                    text("id", PowerView::id),
                    text("name", PowerView::name),
                    text("covers", PowerView::covers),
                    text("batch", PowerView::batch),
                    text("delegated on", PowerView::delegatedOn),
                    text("withdrawn on", PowerView::withdrawnOn)));

    static final EntryList<ServiceView> SERVICES = new EntryList<>(
            ServiceView.class,
            true,
            (queries, zone, q, page) ->
                    queries.services().list(new ServiceFilter(zone, null, null, null, null, null, q), page),
            List.of(
                    text("id", ServiceView::id),
                    text("zone", ServiceView::zone),
                    text("project", ServiceView::project),
                    text("name", ServiceView::name),
                    text("agreed on", ServiceView::agreedOn),
                    text("due on", ServiceView::dueOn),
                    text("delivered on", ServiceView::deliveredOn),
                    text("result", ServiceView::result)));

    private ProjectLists() {}
}
