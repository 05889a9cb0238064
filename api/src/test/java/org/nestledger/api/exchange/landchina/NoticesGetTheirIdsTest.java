package org.nestledger.api.exchange.landchina;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.api.exchange.landchina.PublishedNotice.Given;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.notice.NoticeIds;
import org.nestledger.core.project.ProjectCommand.ReportCompletion;
import org.nestledger.core.project.ProjectCommand.ReportStart;
import org.nestledger.core.zone.ZoneCommand.DesignateZone;
import org.nestledger.core.zone.ZoneKind;

class NoticesGetTheirIdsTest {

    private static final String GUID = "03c72a7a-bcde-48b5-a26f-64177c2b9073";

    @Test
    void theKeyIsTheSupervisionNumber() {
        assertThat(NoticeRow.ordinary().notice().key()).isEqualTo("4412022023B00017");
        assertThat(NoticeRow.ordinary()
                        .with("电子监管号", " ４４１２０２２０２３b00017 ")
                        .notice()
                        .key())
                .isEqualTo("4412022023B00017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nah", "\u00A0"})
    void withoutOneItIsTheRecorderIdInTheLink(String empty) {
        PublishedNotice notice = NoticeRow.ordinary().with("电子监管号", empty).published();
        assertThat(notice.key()).isEqualTo(GUID);
        assertThat(notice.zone()).isEqualTo("cn-肇庆市端州区");
    }

    @Test
    void withoutBothTheRowIsRefused() {
        Problem problem = NoticeRow.ordinary()
                .with("电子监管号", "")
                .with("链接", "http://www.landchina.com/default.aspx?tabid=386")
                .problem();
        assertThat(problem.field()).isEqualTo("电子监管号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.101E+15", "110100/2019", "第十号"})
    void aBrokenSupervisionNumberIsNotReplacedByTheLink(String number) {
        assertThat(NoticeRow.ordinary().with("电子监管号", number).problem().field()).isEqualTo("电子监管号");
    }

    @Test
    void theZoneIsTheDivisionInTheSupervisionNumber() {
        assertThat(NoticeRow.ordinary().published().zone()).isEqualTo("cn-441202");
        assertThat(NoticeRow.ordinary().inZone("zhaoqing").published().zone()).isEqualTo("zhaoqing");
    }

    @Test
    void aRecorderIdThatBeginsWithDigitsIsNoDivision() {
        NoticeRow row = NoticeRow.ordinary().with("电子监管号", "").with("链接", "?recorderguid=723422f4-6b0d&x=1");
        assertThat(row.published().key()).isEqualTo("723422f4-6b0d");
        assertThat(row.published().zone()).isEqualTo("cn-肇庆市端州区");
        assertThat(row.with("行政区", "").problem().remedy()).contains("--zone");
    }

    @Test
    void theZoneIsDesignatedInItsOwnCommand() {
        Given designation = NoticeRow.ordinary().published().designation();
        DesignateZone zone = (DesignateZone) designation.command();
        assertThat(designation.commandId()).isEqualTo(NoticeIds.command("zone", "cn-441202"));
        assertThat(zone.kind()).isEqualTo(ZoneKind.ZONE);
        assertThat(zone.parent()).isNull();
        assertThat(zone.name()).isEqualTo("肇庆市端州区");
        assertThat(zone.occurredOn()).isEqualTo("1900-01-01");
    }

    @Test
    void theNoticeIsSupportedByItself() {
        RecordSupplyNotice command = (RecordSupplyNotice)
                NoticeRow.ordinary().published().recording().command();
        assertThat(command.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.number()).isEqualTo("4412022023B00017"));
    }

    @Test
    void actualStartAndCompletionAreCommandsOfTheirOwn() {
        PublishedNotice silent = NoticeRow.ordinary().published();
        assertThat(silent.start()).isEmpty();
        assertThat(silent.completion()).isEmpty();
        PublishedNotice told = NoticeRow.ordinary()
                .with("实际开工时间", "2023年08月01日")
                .with("实际竣工时间", "2025/1/3")
                .published();
        Given start = told.start().orElseThrow();
        assertThat(start.commandId()).isEqualTo(NoticeIds.command("landchina", "4412022023B00017", "start"));
        assertThat(((ReportStart) start.command()).occurredOn()).isEqualTo("2023-08-01");
        assertThat(((ReportStart) start.command()).project())
                .isEqualTo(told.project())
                .startsWith("lc-");
        assertThat(((ReportCompletion) told.completion().orElseThrow().command()).occurredOn())
                .isEqualTo("2025-01-03");
        assertThat(told.recording()).isEqualTo(silent.recording());
    }

    @Test
    void theSameNameAndHolderAreOneProject() {
        String project = NoticeRow.ordinary().published().project();
        assertThat(NoticeRow.ordinary()
                        .with("电子监管号", "4412022023B00018")
                        .published()
                        .project())
                .isEqualTo(project);
        assertThat(NoticeRow.ordinary().with("土地使用权人", "另一实业有限公司").published().project())
                .isNotEqualTo(project);
    }

    @Test
    void personsOfOneProjectNameAreDifferentProjects() {
        NoticeRow first = NoticeRow.ordinary().with("土地使用权人", "王伟");
        NoticeRow second = NoticeRow.ordinary().with("土地使用权人", "李明").with("电子监管号", "4412022023B00018");
        assertThat(first.published().project()).isNotEqualTo(second.published().project());
    }
}
