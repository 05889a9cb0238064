package org.nestledger.api.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Commands as a client writes them, with ids that no other test uses. */
public final class Commands {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Commands() {}

    public static String id(String prefix) {
        return prefix + "-" + NEXT.incrementAndGet();
    }

    public static String zone(String zone) {
        return """
            {"commandId":"zone-%s","zone":"%s","kind":"ZONE","name":"Zone %s","occurredOn":"2020-01-01"}""".formatted(zone, zone, zone);
    }

    public static String parcel(String zone, String parcel, String mu) {
        return """
            {"commandId":"parcel-%s","zone":"%s","parcel":"%s","area":{"value":"%s","unit":"mu"},
             "use":"industrial","name":"North field","occurredOn":"2021-03-01"}""".formatted(parcel, zone, parcel, mu);
    }

    public static String project(String zone, String project) {
        return """
            {"commandId":"project-%s","zone":"%s","project":"%s","name":"电池厂","industry":"battery",
             "plannedInvestment":{"value":"1000000","unit":"CNY"},"occurredOn":"2023-04-01"}""".formatted(project, zone, project);
    }

    /** Closes the zone's books through a day. */
    public static String closing(String zone, String day) {
        return """
            {"commandId":"closing-%s-%s","zone":"%s","through":"%s",
             "documents":[{"kind":"minutes","number":"2023-1"}]}""".formatted(zone, day, zone, day);
    }

    /** A figure of the zone for 2023, stated up to its end. */
    public static String figure(String zone, String figure, String measure, String value, String precision) {
        return """
            {"commandId":"figure-%s","zone":"%s","figure":"%s","measure":"%s","subject":"%s","period":"2023",
             "value":"%s","unit":"count","precision":"%s","phrase":"as it was said","source":"a newspaper",
             "statedOn":"2023-12-31","publishedOn":"2024-01-02"}""".formatted(figure, zone, figure, measure, zone, value, precision);
    }

    /** A zone that was not there before; the server has it when this returns. */
    public static String newZone(Http http) {
        String zone = id("z");
        return require(http.command("DesignateZone", zone(zone)), zone);
    }

    private static String require(Http.Answer answer, String zone) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return zone;
    }
}
