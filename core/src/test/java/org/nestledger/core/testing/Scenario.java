package org.nestledger.core.testing;

/** Histories that many tests begin with. Zone {@code z} lies in {@code city}, and {@code sub} in {@code z}. */
public final class Scenario {

    /** A province, a city in it, two zones in the city, and a sub-zone of one. */
    public static final String ZONES = """
            DesignateZone zone=province kind=PROVINCE on=2010-01-01
            DesignateZone zone=city parent=province kind=CITY on=2010-01-01
            DesignateZone zone=z parent=city kind=ZONE on=2020-01-01
            DesignateZone zone=sub parent=z kind=SUB_ZONE on=2021-01-01
            DesignateZone zone=peer parent=city kind=ZONE on=2020-01-01
            """;

    public static final String NOTHING = "";

    /** Parcel p of 200 mu, registered. */
    public static final String PARCEL = ZONES + "RegisterParcel parcel=p area=200mu on=2023-01-01\n";

    /** 150 mu of parcel p acquired on 1 February. */
    public static final String ACQUIRED = PARCEL + "AcquireLand parcel=p area=150mu on=2023-02-01\n";

    /** 100 mu of them serviced on 1 March. */
    public static final String SERVICED = ACQUIRED + "ServiceLand parcel=p area=100mu on=2023-03-01\n";

    /** 120 mu of 150 mu of quota used to make them ready for construction on 1 March. */
    public static final String READY = SERVICED + """
            GrantQuota year=2023 area=150mu on=2023-01-10 doc=1
            ConvertLand parcel=p area=120mu quotaZone=z quotaYear=2023 on=2023-03-01 doc=2
            """;

    /** Project a, introduced on 1 April. */
    public static final String PROJECT = ZONES + introduction("");

    /** Ready land and a project that may take it. */
    public static final String LAND_AND_PROJECT = READY + introduction("");

    /** 60 mu supplied to project a on 1 June for 6 000 000 yuan. */
    public static final String SUPPLY =
            "SupplyLand parcel=p project=a supply=s area=60mu price=6000000CNY on=2023-06-01";

    public static final String SUPPLIED = LAND_AND_PROJECT + SUPPLY + "\n";

    public static final String REGISTERED = ZONES + "RegisterEnterprise enterprise=e on=2023-01-01\n";

    /** Enterprise e, recognised since 1 February. */
    public static final String QUALIFIED = REGISTERED + """
            QualifyEnterprise enterprise=e qualification=HIGH_TECH on=2023-02-01
            """;

    /** Project a has both certificates that it needs to build, granted by the city in June. */
    public static final String PERMITTED = SUPPLIED + """
            ApplyForPermit project=a permit=a3 kind=CONSTRUCTION_PLANNING on=2023-06-05
            GrantPermit project=a permit=a3 authority=city on=2023-06-12
            ApplyForPermit project=a permit=a4 kind=CONSTRUCTION on=2023-06-13
            GrantPermit project=a permit=a4 authority=city on=2023-06-20
            """;

    public static final String BUILDING = PERMITTED + "StartConstruction project=a on=2023-07-01\n";

    public static final String COMPLETED = BUILDING + "CompleteConstruction project=a on=2023-08-01\n";

    // what a refusal needs on top of a history
    public static final String CLOSED = "ClosePeriod through=2022-12-31 doc=1";
    public static final String OPENED = "RecordOpeningStock parcel=p acquired=1mu on=2023-02-01";
    public static final String PROJECT_A = introduction("");
    public static final String PROJECT_B = "IntroduceProject project=b on=2023-04-01";
    public static final String MODEST = introduction("landNeed=70mu");
    public static final String WITHDRAWN = "WithdrawProject project=a on=2023-05-01";
    public static final String UNPRICED = "SupplyLand parcel=p project=a supply=s area=60mu on=2023-06-01";
    public static final String NOTICE = "RecordSupplyNotice key=1 area=1ha contractDate=2023-05-01";
    public static final String FILED = "ApplyForPermit project=a permit=f kind=PROJECT_FILING on=2023-06-15";
    public static final String PLANNED_ANEW =
            "ApplyForPermit project=a permit=a5 kind=CONSTRUCTION_PLANNING on=2023-06-25";
    public static final String POWER = "DelegatePowers powers=w:Filing:PROJECT_FILING on=2023-05-01 doc=1";
    public static final String POWERED =
            SUPPLIED + FILED + "\n" + POWER + "\nGrantPermit project=a permit=f power=w on=2023-07-01\n";
    public static final String NO_POWER = "WithdrawPower power=w on=2023-08-01 doc=1";
    public static final String TO_BUILD = "ApplyForPermit project=a permit=c kind=CONSTRUCTION on=2023-06-15";
    public static final String TO_PLAN = "ApplyForPermit project=a permit=c kind=LAND_USE_PLANNING on=2023-06-15";
    public static final String PLAN = "AgreeServicePlan project=a plan=l services=v:Road on=2023-05-01";
    public static final String ADDED = "AddService project=a plan=l service=w on=2023-06-01";
    public static final String DELIVERED = "DeliverService project=a plan=l service=w on=2023-06-02";
    public static final String OVERPAID = """
            RecordLandPayment supply=s amount=6000000CNY on=2023-07-01
            RescindSupply supply=s priceReduction=6000000CNY on=2023-09-01
            """;
    public static final String FIGURE = "PublishFigure figure=f value=1 statedOn=2023-12-30 publishedOn=2024-01-02";
    public static final String RETRACTED = "RetractFigure figure=f on=2024-01-03";
    public static final String VISITED = "RecordPortalVisits visits=7 on=2023-06-01";
    public static final String UNSTARTED = "ReverseEntry position=17";
    public static final String CLOSED_2023 = "ClosePeriod through=2023-12-31 doc=1";
    public static final String HUGE = "GrantQuota year=2023 area=9000000000000mu on=2023-06-01 doc=1";

    private Scenario() {}

    /** The history of this name; several may be joined by a plus sign. */
    public static String named(String names) {
        StringBuilder history = new StringBuilder();
        for (String name : names.split("\\+", -1)) {
            try {
                history.append(Scenario.class.getField(name.strip()).get(null)).append('\n');
            } catch (ReflectiveOperationException unknown) {
                throw new LinkageError("no scenario " + name, unknown);
            }
        }
        return history.toString();
    }

    /** Introduces project a with what else is stated of it. */
    public static String introduction(String more) {
        return "IntroduceProject project=a on=2023-04-01 " + more + "\n";
    }
}
