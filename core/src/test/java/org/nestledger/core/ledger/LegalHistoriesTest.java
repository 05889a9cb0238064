package org.nestledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nestledger.core.decision.EventName;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.testing.CommandLine;
import org.nestledger.core.testing.DeciderSpec;
import org.nestledger.core.testing.History;
import org.nestledger.core.testing.Invariants;
import org.nestledger.core.testing.Scenario;

/** Whatever is asked of the ledger in whatever order and with whatever dates, its books stay true. */
class LegalHistoriesTest {

    private static final Moment NOW = new Moment(DeciderSpec.NOW);

    @Property(tries = 150)
    void theInvariantsHoldOnEveryDay(@ForAll("commands") List<String> commands) {
        History history = history(commands);
        Invariants.hold(history.all());
    }

    @Property(tries = 60)
    void aDecisionCanBeRepeated(@ForAll("commands") List<String> commands) {
        assertThat(history(commands).events()).isEqualTo(history(commands).events());
    }

    @Property(tries = 60)
    void everyEventIsReadBackAsItWasWritten(@ForAll("commands") List<String> commands) {
        LedgerCodec codec = new LedgerCodec();
        for (LedgerEvent event : history(commands).events()) {
            byte[] bytes = codec.encode(event);
            Object again = codec.decode(
                    EventName.of(event.getClass()),
                    EventName.version(event.getClass()),
                    LedgerJson.mapper().readTree(bytes));
            assertThat(again).isEqualTo(event);
            assertThat(codec.encode(again)).isEqualTo(bytes);
        }
    }

    private static History history(List<String> commands) {
        History history = new History();
        for (String line : lines(commands)) {
            history.record(CommandLine.parse(line), NOW);
        }
        return history;
    }

    private static List<String> lines(List<String> commands) {
        return Stream.concat(WORLD.lines(), commands.stream()).toList();
    }

    private static final String WORLD = Scenario.ZONES + """
            RegisterParcel parcel=p area=100mu on=2023-01-01
            RegisterParcel parcel=q area=60mu on=2023-01-03
            IntroduceProject project=a landNeed=70mu on=2023-01-02
            IntroduceProject project=b zone=sub on=2023-01-04
            GrantQuota year=2023 area=80mu on=2023-01-02 doc=1
            AcquireLand parcel=p area=90mu existing=20mu on=2023-01-02
            ServiceLand parcel=p area=60mu on=2023-01-03
            ConvertLand parcel=p area=40mu quotaZone=z quotaYear=2023 on=2023-01-03 doc=1
            SupplyLand parcel=p project=a supply=s1 area=20mu price=60CNY on=2023-01-04
            DelegatePowers powers=s1:Building:CONSTRUCTION_PLANNING+CONSTRUCTION on=2023-01-03 doc=1
            ApplyForPermit project=a permit=g kind=CONSTRUCTION_PLANNING on=2023-01-03
            ApplyForPermit project=a permit=c kind=CONSTRUCTION on=2023-01-03""";

    @Provide
    Arbitrary<List<String>> commands() {
        return command().list().ofMinSize(5).ofMaxSize(40);
    }

    private static Arbitrary<String> command() {
        Arbitrary<String> parcel = Arbitraries.of("p", "p", "q", "c1", "c2");
        Arbitrary<String> project = Arbitraries.of("a", "a", "b");
        Arbitrary<String> supply = Arbitraries.of("s1", "s2", "s3");
        Arbitrary<Integer> area = Arbitraries.integers().between(0, 100);
        Arbitrary<Integer> day = Arbitraries.integers().between(1, 28);
        Arbitrary<String> template = Arbitraries.of(TEMPLATES.lines().toList());
        return Combinators.combine(template, parcel, project, supply, area, area, day)
                .as((line, p, a, s, some, more, on) -> line.replace("$P", p)
                                .replace("$A", a)
                                .replace("$S", s)
                                .replace("$N", Integer.toString(some / 2))
                                .replace("$M", Integer.toString(more))
                        + (line.startsWith("PublishFigure") ? " publishedOn" : " on")
                        + "=2023-01-%02d".formatted(on));
    }

    private static final String TEMPLATES = """
            AcquireLand parcel=$P area=$Nmu
            AcquireLand parcel=$P area=$Mmu existing=$Nmu
            ServiceLand parcel=$P area=$Nmu cost=$MCNY
            ConvertLand parcel=$P area=$Nmu quotaZone=z quotaYear=2023 doc=1
            ConvertLand parcel=$P area=$Nmu quotaZone=city quotaYear=2023 doc=1
            ResurveyParcel parcel=$P area=$Mmu
            ResurveyParcel parcel=$P area=$M.5mu
            SplitParcel parcel=$P children=c1:$N:0:0:0
            SplitParcel parcel=$P children=c2:$M:$N:0:$N
            SplitParcel parcel=$P children=c1:$M:0:$N:0,c2:$N:$N:0:0
            RecordOpeningStock parcel=$P acquired=$Nmu serviced=$Nmu existing=$Mmu
            AmendParcel parcel=$P name=$M
            GrantQuota year=2023 area=$Nmu doc=1
            GrantQuota zone=city year=2023 area=$Nmu doc=1
            AllocateQuota zone=city toZone=z year=2023 area=$Nmu doc=1
            AllocateQuota toZone=sub year=2023 area=$Nmu doc=1
            RevokeQuota year=2023 area=$Nmu doc=1
            LapseQuota year=2023 area=$Nmu doc=1
            RecordOpeningQuota year=2023 available=$Nmu used=$Mmu
            SupplyLand parcel=$P project=$A supply=$S area=$Nmu price=$MCNY
            SupplyLand parcel=$P project=$A supply=$S area=1$Nmu
            RescindSupply supply=$S area=$Nmu priceReduction=$NCNY
            RescindSupply supply=$S
            StartConstruction project=$A
            ReportStart project=$A
            CompleteConstruction project=$A
            StartProduction project=$A
            WithdrawProject project=$A
            AmendProject project=$A landNeed=$Mmu
            RecordInvestment project=$A amount=$MCNY
            RevisePlannedInvestment project=$A plannedInvestment=$MCNY
            ReachMilestone project=$A
            DelegatePowers powers=$S:Power:CONSTRUCTION+REAL_ESTATE doc=1
            WithdrawPower power=$S doc=1
            ApplyForPermit project=$A permit=$S kind=REAL_ESTATE
            ApplyForPermit project=$A permit=$S kind=CONSTRUCTION
            GrantPermit project=a permit=g power=s1
            GrantPermit project=a permit=c power=s1
            GrantPermit project=a permit=c authority=city
            GrantPermit project=$A permit=$S power=$S
            GrantPermit project=$A permit=$S authority=city
            RefusePermit project=$A permit=$S
            RevokePermit project=$A permit=$S
            RevokePermit project=a permit=g
            RevokePermit project=a permit=c
            AgreeServicePlan project=$A plan=$S services=v,w
            AddService project=$A plan=$S service=x
            DeliverService project=$A plan=$S service=v
            DeliverService project=$A plan=$S service=x
            RecordFunding amount=$MCNY
            RecordLandPayment supply=s1 amount=$NCNY
            RecordLandPayment supply=$S amount=$NCNY
            RescindSupply supply=s1 area=1mu priceReduction=$NCNY
            RefundLandPrice supply=s1 amount=$NCNY
            RefundLandPrice supply=$S amount=$NCNY
            PublishFigure figure=$S value=$M statedOn=2023-01-01
            RetractFigure figure=$S
            RecordPortalVisits visits=$M
            ReverseEntry position=$N
            ReverseEntry position=$N
            ReverseEntry position=$M""";
}
