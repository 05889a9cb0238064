package org.nestledger.api.exchange.landchina;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nestledger.api.exchange.Beijing;

class HeadingsAreRecognisedTest {

    @Test
    void inEnglishAndInChineseWithoutARest() {
        assertThat(Headings.of(Beijing.headings()).unknown()).isEmpty();
        assertThat(Headings.of(Beijing.chineseHeadings()).unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "行政区, 所在地",
        "行政区, 行 政 区：",
        "面积(公顷), 面积（公顷）",
        "面积(公顷), 面积",
        "面积(公顷), 土地面积(公顷)",
        "成交价格(万元), 成交价格",
        "成交价格(万元), 成交价格（万元）",
        "成交价格(万元), 成交价格 (万元):",
        "约定支付金额(万元), 约定支付金额（万元）",
        "约定支付金额(万元), 分期支付约定-约定支付金额(万元)",
        "约定容积率上限, 约定容积率(上限)",
        "约定容积率上限, 约定容积率（上限）",
        "约定容积率上限, 约定容积率:上限",
        "约定容积率上限, 约定容积率_上限",
        "约定容积率上限, 容积率上限",
        "约定容积率上限, 上限",
        "约定容积率下限, 约定容积率 下限",
        "约定交地时间, 约定交地日期",
        "合同签订日期, 合同签订时间",
        "合同签订日期, 合同签定日期",
        "土地使用权人2, 土地使用权人",
        "供地方式, 供应方式",
        "链接, URL",
        "链接, url",
        "链接, 网址",
        "项目名称, 'Project  Name'",
        "约定支付日期, 'Instalment payment agreement agreed payment date'",
    })
    void inTheVariantsOfPublishedFiles(String heading, String variant) {
        assertThat(
                        variant.equals("土地使用权人")
                                ? NoticeRow.ordinary().without(heading).notice()
                                : NoticeRow.ordinary().renamed(heading, variant).notice())
                .isEqualTo(NoticeRow.ordinary().notice());
    }

    @Test
    void withLineBreaksAndNoBreakSpacesInside() {
        assertThat(NoticeRow.ordinary().renamed("面积(公顷)", "面积\n(公顷)\u00A0").notice())
                .isEqualTo(NoticeRow.ordinary().notice());
    }

    @ParameterizedTest
    @CsvSource({
        "约定容积率(上限/下限), 2.5/1.0, 1, 2.5",
        "约定容积率（上限/下限）, 2.5/, , 2.5",
        "约定容积率(下限/上限), 1.0/2.5, 1, 2.5",
        "约定容积率, 1.0-2.5, 1, 2.5",
        "约定容积率, 1.0～2.5, 1, 2.5",
        "约定容积率, 2.5, , 2.5",
    })
    void withBothFloorAreaRatiosInOne(String heading, String cell, String min, String max) {
        NoticeRow row =
                NoticeRow.ordinary().without("约定容积率上限").without("约定容积率下限").with(heading, cell);
        assertThat(row.notice().floorAreaRatioMin()).isEqualTo(min);
        assertThat(row.notice().floorAreaRatioMax()).isEqualTo(max);
    }

    @Test
    void andUnknownOnesAreNamed() {
        List<String> titles = new ArrayList<>(Beijing.chineseHeadings());
        titles.add("序号");
        titles.add(" ");
        assertThat(Headings.of(titles).unknown()).containsExactly("序号");
    }

    @Test
    void butNotWhenTheyAreOfSomethingElse() {
        assertThatThrownBy(() -> Headings.of(List.of("name", "amount", "date")))
                .isInstanceOf(UnusableHeadings.class)
                .hasMessageContaining("电子监管号");
        assertThat(Headings.recognised(List.of("name", "URL"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"项目名称", "面积(公顷)", "供地方式", "合同签订日期"})
    void butARequiredOneMustBeThere(String heading) {
        assertThatThrownBy(() -> NoticeRow.ordinary().without(heading).read())
                .isInstanceOf(UnusableHeadings.class)
                .hasMessage("lacks the heading " + heading + ": add the column");
    }

    @Test
    void butSomethingMustTellNoticesApart() {
        NoticeRow row = NoticeRow.ordinary().without("电子监管号").without("链接");
        assertThatThrownBy(row::read).isInstanceOf(UnusableHeadings.class).hasMessageContaining("电子监管号");
    }

    @ParameterizedTest
    @CsvSource({"成交价格(万元), 成交价格(元)", "成交价格(万元), 成交价格（亿元）", "面积(公顷), 面积(平方米)", "面积(公顷), 土地面积（亩）", "面积(公顷), 面积(㎡)"})
    void butNoOtherUnitPassesForAnUnknownColumn(String heading, String other) {
        NoticeRow row = NoticeRow.ordinary().renamed(heading, other);
        assertThatThrownBy(row::read)
                .isInstanceOf(UnusableHeadings.class)
                .hasMessageContaining(heading)
                .hasMessageContaining(other);
    }

    @Test
    void andColumnsThatMayBeMissingAreUnknownThen() {
        NoticeRow row = NoticeRow.ordinary();
        List.of(
                        "行政区",
                        "项目位置",
                        "土地来源",
                        "土地用途",
                        "土地使用年限",
                        "行业分类",
                        "土地级别",
                        "成交价格(万元)",
                        "支付期号",
                        "约定支付日期",
                        "约定支付金额(万元)",
                        "备注",
                        "土地使用权人2",
                        "约定容积率下限",
                        "约定容积率上限",
                        "约定交地时间",
                        "约定开工时间",
                        "约定竣工时间",
                        "实际开工时间",
                        "实际竣工时间",
                        "批准单位",
                        "链接")
                .forEach(row::without);
        assertThat(row.notice().price()).isNull();
        assertThat(row.notice().instalments()).isEmpty();
        assertThat(row.published().zone()).isEqualTo("cn-441202");
    }

    @Test
    void andARepeatedOneMayRepeatItsContent() {
        Headings headings = Headings.of(List.of("电子监管号", "项目名称", "项目名称", "面积", "供地方式", "合同签订日期", "土地使用权人"));
        assertThat(headings.repeated()).isTrue();
        assertThat(headings.contradiction(List.of("k", "a", " a ", "1", "划拨", "2020-01-01", "h")))
                .isNull();
        assertThat(headings.contradiction(List.of("k", "a", "", "1", "划拨", "2020-01-01", "h")))
                .isNull();
        assertThat(headings.contradiction(List.of("k", "a", "b", "1", "划拨", "2020-01-01", "h")))
                .isEqualTo("项目名称");
    }
}
