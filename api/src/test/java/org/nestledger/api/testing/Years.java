package org.nestledger.api.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.Scenario;
import tools.jackson.databind.node.ObjectNode;

/** A year of a zone with sub-zone and peer, in which every measure of the annual report has a figure. */
public final class Years {

    /** The positions of three acquisitions, the last of which is taken back by the event at position 10. */
    public static final String LAND = Scenario.ZONES + """
            RegisterParcel parcel=p area=200mu on=2023-01-01
            AcquireLand parcel=p area=60mu on=2023-02-01
            AcquireLand parcel=p area=40mu on=2023-02-02
            AcquireLand parcel=p area=20mu on=2023-02-03
            ReverseEntry position=9
            RegisterParcel zone=sub parcel=q area=50mu on=2023-01-01
            AcquireLand zone=sub parcel=q area=30mu on=2023-03-01
            RegisterParcel zone=peer parcel=r area=500mu on=2023-01-01
            AcquireLand zone=peer parcel=r area=300mu on=2023-02-01
            """;

    public static final String PROJECTS = """
            RegisterEnterprise enterprise=e on=2023-01-01
            QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-01
            IntroduceProject project=a enterprise=e landNeed=70mu plannedInvestment=5000000CNY on=2023-03-01
            IntroduceProject zone=sub project=b plannedInvestment=100USD on=2023-03-02
            RevisePlannedInvestment project=a plannedInvestment=6000000CNY on=2023-04-01
            GrantQuota year=2023 area=150mu on=2023-01-10 doc=1
            ServiceLand parcel=p area=80mu on=2023-03-01
            ConvertLand parcel=p area=60mu quotaZone=z quotaYear=2023 on=2023-03-01 doc=2
            SupplyLand parcel=p project=a supply=s area=50mu price=6000000CNY \
            instalments=1:2000000CNY:2023-07-01,2:4000000CNY:2024-07-01 on=2023-06-01
            RescindSupply supply=s area=5mu on=2023-06-20
            ApplyForPermit project=a permit=a1 kind=REAL_ESTATE on=2023-06-02
            ApplyForPermit project=a permit=a2 kind=LAND_USE_PLANNING on=2023-06-03
            ApplyForPermit project=a permit=a3 kind=CONSTRUCTION_PLANNING on=2023-06-04
            ApplyForPermit project=a permit=a4 kind=CONSTRUCTION on=2023-06-05
            GrantPermit project=a permit=a1 authority=city on=2023-06-10
            GrantPermit project=a permit=a2 authority=city on=2023-06-11
            GrantPermit project=a permit=a3 authority=city on=2023-06-12
            GrantPermit project=a permit=a4 authority=city on=2023-06-13
            StartConstruction project=a on=2023-07-01
            DelegatePowers powers=w:Filing:PROJECT_FILING on=2023-05-01 doc=1
            RecordPortalVisits visits=7 on=2023-12-15
            RecordPortalVisits zone=peer visits=9 on=2023-12-16
            PublishFigure figure=f value=8 unit=ha precision=at-least statedOn=2023-12-30 publishedOn=2024-01-02
            """;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Years() {}

    /** A file of these commands for {@code ledger import}. */
    public static Path file(Path file, String commands) throws IOException {
        return Files.writeString(file, commands.lines().map(Years::json).collect(Collectors.joining("\n", "", "\n")));
    }

    private static String json(String line) {
        ObjectNode json = CommandLine.json(line);
        json.put("command", line.strip().split(" ", 2)[0]).put("commandId", "y-" + NEXT.incrementAndGet());
        return json.toString();
    }
}
