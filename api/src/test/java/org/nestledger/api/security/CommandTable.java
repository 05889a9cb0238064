package org.nestledger.api.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.nestledger.core.decision.Role;

/** Who may give which command, as the design says it. */
final class CommandTable {

    private static final String[] ROWS = {
        "HEADQUARTERS: DesignateZone AmendZone SetTarget ClosePeriod RequireApproval",
        "HEADQUARTERS: GrantQuota AllocateQuota RevokeQuota LapseQuota",
        "HEADQUARTERS: RecordOpeningStock RecordOpeningProject RecordOpeningQuota",
        "PLATFORM: RegisterParcel AmendParcel SplitParcel AcquireLand ConvertLand ServiceLand ResurveyParcel",
        "COMMITTEE: SupplyLand RescindSupply",
        "COMMITTEE: IntroduceProject AmendProject RevisePlannedInvestment RecordInvestment StartConstruction ReachMilestone",
        "COMMITTEE: CompleteConstruction StartProduction WithdrawProject ReportStart ReportCompletion",
        "COMMITTEE: RegisterEnterprise QualifyEnterprise LapseQualification",
        "HEADQUARTERS: DelegatePowers WithdrawPower",
        "COMMITTEE: ApplyForPermit GrantPermit RefusePermit RevokePermit",
        "COMMITTEE: AgreeServicePlan AddService DeliverService",
        "PLATFORM: RecordFunding RecordLandPayment RefundLandPrice",
        "HEADQUARTERS: PublishFigure RetractFigure",
        "PROVINCE,HEADQUARTERS: RecordPortalVisits",
        "COMMITTEE: RecordSupplyNotice",
        // who recorded the entry, or headquarters: the recorders are these
        "PROVINCE,HEADQUARTERS,COMMITTEE,PLATFORM: ReverseEntry",
    };

    private CommandTable() {}

    static Map<String, Set<Role>> roles() {
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        for (String row : ROWS) {
            String[] parts = row.split(": ", 2);
            Set<Role> who = EnumSet.noneOf(Role.class);
            Arrays.stream(parts[0].split(",", -1)).map(Role::valueOf).forEach(who::add);
            for (String command : parts[1].split(" ", -1)) {
                roles.put(command, who);
            }
        }
        return roles;
    }
}
