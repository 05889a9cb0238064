package org.nestledger.api.testing;

import java.util.List;
import java.util.stream.IntStream;

/** Something of everything that the books of a zone can have, as commands. Every id ends with the zone's. */
public final class BookCommands {

    private static final String[] ALL = {
        "RegisterEnterprise {'enterprise':'e-{z}','name':'绿能','industry':'battery','occurredOn':'2022-01-05'}",
        "QualifyEnterprise {'enterprise':'e-{z}','qualification':'HIGH_TECH','certificate':'GR1','occurredOn':'2022-02-01'}",
        "GrantQuota {'year':2023,'area':'50 mu','occurredOn':'2023-01-10'}",
        "RegisterParcel {'parcel':'p-{z}','area':'12 mu','use':'industrial','occurredOn':'2023-01-11'}",
        "AcquireLand {'parcel':'p-{z}','area':'12 mu','existing':'12 mu','occurredOn':'2023-01-12'}",
        "ServiceLand {'parcel':'p-{z}','area':'12 mu','occurredOn':'2023-01-13'}",
        "IntroduceProject {'project':'j-{z}','name':'Cells','enterprise':'e-{z}','plannedInvestment':'1000 CNY',"
                + "'landNeed':'9 mu','occurredOn':'2023-01-14'}",
        "SupplyLand {'parcel':'p-{z}','project':'j-{z}','supply':'s-{z}','area':'8 mu','method':'TENDER',"
                + "'contractNumber':'C-7','price':'100.5 CNY','agreedStart':'2023-09-01','occurredOn':'2023-02-01'}",
        "DelegatePowers {'batch':'first','powers':[{'power':'w1','name':'Works','covers':['CONSTRUCTION_PLANNING']},"
                + "{'power':'w2','name':'Signs','covers':[]}],'occurredOn':'2023-02-02'}",
        "ApplyForPermit {'project':'j-{z}','permit':'a-{z}','kind':'CONSTRUCTION_PLANNING','occurredOn':'2023-02-03'}",
        "ApplyForPermit {'project':'j-{z}','permit':'b-{z}','kind':'REAL_ESTATE','occurredOn':'2023-02-03'}",
        "GrantPermit {'project':'j-{z}','permit':'a-{z}','certificate':'CP-9','power':'w1','occurredOn':'2023-02-05'}",
        "AgreeServicePlan {'project':'j-{z}','plan':'pl-{z}','name':'Plan','services':[{'service':'power',"
                + "'name':'Connect power','dueOn':'2023-04-30'},{'service':'road','name':'Build a road'}],"
                + "'occurredOn':'2023-02-06'}",
        "DeliverService {'project':'j-{z}','plan':'pl-{z}','service':'road','result':'open','occurredOn':'2023-03-01'}",
        "RecordFunding {'source':'BOND','amount':'5000 CNY','note':'Series A','occurredOn':'2023-03-02'}",
        "RecordLandPayment {'supply':'s-{z}','amount':'40 CNY','occurredOn':'2023-03-03'}",
        "PublishFigure {'figure':'f-{z}','measure':'land.acquired','subject':'{z}','period':'2023','value':'12.5',"
                + "'unit':'mu','precision':'rounded:1','phrase':'12.5 mu','source':'Daily','statedOn':'2023-12-31',"
                + "'publishedOn':'2024-01-02'}",
        "RecordPortalVisits {'visits':77,'occurredOn':'2023-12-01'}",
    };

    /** A command, ready to be given. */
    public record Given(String name, String body) {}

    private BookCommands() {}

    /** All of them in an order in which none is refused; the zone itself is there before. */
    public static List<Given> of(String zone) {
        return IntStream.range(0, ALL.length)
                .mapToObj(n -> given(zone, n, ALL[n].split(" ", 2)))
                .toList();
    }

    private static Given given(String zone, int n, String[] words) {
        String documents = "{'zone':'{z}','commandId':'book-{z}-" + n
                + "','documents':[{'kind':'approval','number':'{z}-" + n + "'}],";
        String body = (documents + words[1].substring(1))
                .replaceAll("'(\\d[\\d.]*) (mu|CNY)'(?!,'source)", "{'value':'$1','unit':'$2'}")
                .replace("{z}", zone)
                .replace('\'', '"');
        return new Given(words[0], body);
    }
}
