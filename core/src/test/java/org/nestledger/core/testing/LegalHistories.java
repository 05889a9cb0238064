package org.nestledger.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.nestledger.core.decision.Decision.Accepted;
import org.nestledger.core.decision.LedgerCommand;
import org.nestledger.core.decision.LedgerEvent;
import org.nestledger.core.decision.Moment;
import org.nestledger.core.supply.SupplyCommand.RescindSupply;
import org.nestledger.core.supply.SupplyEvent.SupplyRescinded;

/** Histories of whatever can be asked, in whatever order and with whatever dates: what is refused leaves no trace. */
public final class LegalHistories {

    public static final Moment NOW = new Moment(DeciderSpec.NOW);

    /**
     * A command that was accepted.
     *
     * @param first the position of the first of its events
     */
    public record Step(LedgerCommand command, long first, List<LedgerEvent> events) {}

    private LegalHistories() {}

    /** Commands that may follow each other, one a line; many of them will be refused. */
    public static Arbitrary<List<String>> commands() {
        return command().list().ofMinSize(5).ofMaxSize(45).map(LegalHistories::dated);
    }

    /** The same without what closes a period or takes an entry back. */
    public static Arbitrary<List<String>> openCommands() {
        return commands()
                .map(commands -> commands.stream()
                        .filter(command -> !command.startsWith("ClosePeriod") && !command.startsWith("ReverseEntry"))
                        .toList());
    }

    /** About half of the commands are dated one after the other, the rest on any day. */
    private static List<String> dated(List<List<String>> commands) {
        return IntStream.range(0, commands.size())
                .boxed()
                .flatMap(i -> commands.get(i).stream()
                        .map(line -> line.replace("01-00", "01-%02d".formatted(5 + i * 20 / commands.size()))))
                .toList();
    }

    /** What these commands make of a world with some land, quota and projects. */
    public static History of(List<String> commands) {
        History history = new History();
        steps(history, commands);
        return history;
    }

    /** Records the commands after those of the world and tells which were accepted. */
    public static List<Step> steps(History history, List<String> commands) {
        List<Step> steps = new ArrayList<>();
        Stream.concat(WORLD.lines(), commands.stream()).map(CommandLine::parse).forEach(command -> {
            long first = history.events().size() + 1L;
            if (history.record(command, NOW) instanceof Accepted accepted) {
                steps.add(new Step(complete(command, accepted.events()), first, accepted.events()));
            }
        });
        return steps;
    }

    /** The area that was left to the ledger is stated, so that the command asks for the same at any time. */
    private static LedgerCommand complete(LedgerCommand command, List<LedgerEvent> events) {
        return command instanceof RescindSupply c && events.getFirst() instanceof SupplyRescinded rescinded
                ? new RescindSupply(
                        c.zone(),
                        c.supply(),
                        rescinded.area(),
                        c.priceReduction(),
                        c.reason(),
                        c.occurredOn(),
                        c.documents())
                : command;
    }

    private static Arbitrary<List<String>> command() {
        Arbitrary<String> parcel = Arbitraries.of("p", "p", "q", "c1", "c2");
        Arbitrary<String> project = Arbitraries.of("a", "a", "a", "c", "b");
        Arbitrary<String> supply = Arbitraries.of("s1", "s2", "s3");
        Arbitrary<String> permit =
                Arbitraries.of("m1 REAL_ESTATE", "m2 CONSTRUCTION", "m3 CONSTRUCTION_PLANNING", "m4 OTHER");
        Arbitrary<Integer> area = Arbitraries.integers().between(0, 100);
        Arbitrary<Integer> day = Arbitraries.integers().between(-28, 28).map(on -> Math.max(0, on));
        Arbitrary<String> template = Arbitraries.of(TEMPLATES.lines().toList());
        return Combinators.combine(template, parcel, project, supply, permit, area, area, day)
                .as((lines, p, a, s, permitAndKind, some, more, on) -> lines(
                        lines.replace("$CERTIFIED", CERTIFIED)
                                .replace("$BUILD", BUILD)
                                .replace("$P", p)
                                .replace("$A", a)
                                .replace("$S", s)
                                .replace("$Q", permitAndKind.split(" ", -1)[0])
                                .replace("$C", permitAndKind.split(" ", -1)[1])
                                .replace("$N", Integer.toString(some / 2))
                                .replace("$M", Integer.toString(more)),
                        "2023-01-%02d".formatted(on)));
    }

    private static List<String> lines(String lines, String day) {
        return Stream.of(lines.split("; ", -1))
                .map(line -> line.contains("through=") || line.contains("$D")
                        ? line.replace("$D", day)
                        : line + (line.startsWith("PublishFigure") ? " publishedOn=" : " on=") + day)
                .toList();
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
            SupplyLand parcel=p project=a supply=s1 area=20mu price=60CNY \
            instalments=1:9CNY:2023-01-05,2:31CNY:2023-01-12,3:20CNY:2023-02-01 on=2023-01-04
            DelegatePowers powers=s1:Building:CONSTRUCTION_PLANNING+CONSTRUCTION on=2023-01-03 doc=1
            ApplyForPermit project=a permit=g kind=CONSTRUCTION_PLANNING on=2023-01-03
            ApplyForPermit project=a permit=c kind=CONSTRUCTION on=2023-01-03""";

    /** What a start of construction needs. */
    private static final String BUILD = "SupplyLand parcel=p project=a supply=s5 area=2mu"
            + "; ApplyForPermit project=a permit=m3 kind=CONSTRUCTION_PLANNING; GrantPermit project=a permit=m3 authority=city"
            + "; ApplyForPermit project=a permit=m2 kind=CONSTRUCTION; GrantPermit project=a permit=m2 authority=city";

    /** The four certificates. */
    private static final String CERTIFIED = "$BUILD; ApplyForPermit project=a permit=m5 kind=REAL_ESTATE"
            + "; GrantPermit project=a permit=m5 authority=city; ApplyForPermit project=a permit=m6 kind=LAND_USE_PLANNING"
            + "; GrantPermit project=a permit=m6 authority=city";

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
            SupplyLand parcel=$P project=$A supply=$S area=$Nmu price=$MCNY agreedStart=2023-01-05
            SupplyLand parcel=$P project=$A supply=$S area=1$Nmu agreedStart=2023-01-15 agreedCompletion=2023-01-25
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
            AgreeServicePlan project=a plan=$S services=v,w
            AddService project=a plan=$S service=x
            DeliverService project=a plan=$S service=v
            DeliverService project=a plan=$S service=x
            RecordFunding amount=$MCNY
            RecordLandPayment supply=s1 amount=$NCNY
            RecordLandPayment supply=$S amount=$NCNY
            RecordLandPayment supply=s1 amount=60CNY
            RescindSupply supply=s1 area=1mu priceReduction=$NCNY
            RescindSupply supply=s1 area=1mu priceReduction=60CNY
            RefundLandPrice supply=s1 amount=$NCNY
            RefundLandPrice supply=$S amount=5CNY
            PublishFigure figure=$S value=$M statedOn=2023-01-01
            PublishFigure figure=$Q measure=land.acquired.rank value=1 unit=rank statedOn=2023-01-01
            RetractFigure figure=$S
            RecordPortalVisits visits=$M
            ReverseEntry position=$N
            ReverseEntry position=$N
            ReverseEntry position=$M
            ApplyForPermit project=$A permit=$Q kind=$C
            ApplyForPermit project=$A permit=$Q kind=$C; GrantPermit project=$A permit=$Q authority=city
            ApplyForPermit project=$A permit=$Q kind=PROJECT_FILING; GrantPermit project=$A permit=$Q power=w
            ApplyForPermit project=$A permit=$Q kind=CONSTRUCTION_PLANNING; GrantPermit project=$A permit=$Q authority=city
            GrantPermit project=$A permit=$Q power=w
            RefusePermit project=$A permit=$Q
            RevokePermit project=$A permit=$Q
            DelegatePowers powers=w:Filing:PROJECT_FILING+CONSTRUCTION doc=1
            WithdrawPower power=w doc=1
            AgreeServicePlan project=$A plan=l services=v:Road,$Q:Water
            AddService project=$A plan=l service=$Q
            DeliverService project=$A plan=l service=$Q
            RecordFunding amount=$MCNY source=LOAN
            RecordLandPayment supply=$S amount=$MCNY
            RefundLandPrice supply=$S amount=$NCNY
            RescindSupply supply=$S area=1mu priceReduction=$NCNY; RefundLandPrice supply=$S amount=1CNY
            RegisterEnterprise enterprise=e
            QualifyEnterprise enterprise=e qualification=HIGH_TECH
            LapseQualification enterprise=e qualification=HIGH_TECH
            IntroduceProject project=c enterprise=e
            RecordOpeningProject project=c stage=BUILDING landNeed=$Mmu
            RecordSupplyNotice key=$Q area=1ha contractDate=$D
            SupplyLand parcel=p project=$A supply=$S area=2mu price=90CNY; RecordLandPayment supply=$S amount=$NCNY
            SupplyLand parcel=p project=$A supply=$S area=9mu price=90CNY; RescindSupply supply=$S area=$Nmu
            RescindSupply supply=$S area=1mu; WithdrawProject project=$A
            RescindSupply supply=$S; AmendProject project=$A landNeed=$Nmu
            SupplyLand parcel=p project=$A supply=s4 area=$Nmu price=9CNY
            SetTarget year=2023 target=$Mmu
            SetTarget zone=sub year=2023 measure=investment.planned target=$NUSD
            RecordInvestment project=$A amount=$NUSD
            RevisePlannedInvestment project=$A plannedInvestment=$NUSD
            RecordFunding amount=$NUSD
            AgreeServicePlan project=$A plan=k services=v:Road:2023-01-10,w:Water:2023-01-20; DeliverService project=$A plan=k service=v
            AmendProject project=$A industry=steel
            $CERTIFIED
            $CERTIFIED; RevokePermit project=a permit=m6
            $BUILD; StartConstruction project=a
            $BUILD; RevokePermit project=a permit=m2
            ClosePeriod through=2023-01-05 doc=1""";
}
