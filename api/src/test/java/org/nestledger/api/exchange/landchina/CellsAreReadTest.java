package org.nestledger.api.exchange.landchina;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.decision.RefusalCode;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.notice.LandSource;
import org.nestledger.core.supply.Instalment;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.UseTerm;

class CellsAreReadTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "Nah", "nah", " Nah\u00A0", "NaN", "-", "—", "\u3000", "\u200B", "null"})
    void emptyInAllItsSpellings(String empty) {
        NoticeRow row = NoticeRow.ordinary();
        for (String heading : List.of("项目位置", "成交价格(万元)", "约定开工时间", "土地使用年限", "约定容积率上限", "批准单位", "土地来源")) {
            row.with(heading, empty);
        }
        assertThat(row.notice().location()).isNull();
        assertThat(row.notice().price()).isNull();
        assertThat(row.notice().agreedStart()).isNull();
        assertThat(row.notice().useTerms()).isEmpty();
        assertThat(row.notice().floorAreaRatioMax()).isNull();
        assertThat(row.notice().authorisedBy()).isNull();
        assertThat(row.notice().landSource()).isEqualTo(LandSource.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019年06月27日",
                "2019年6月27日",
                "2019/6/27",
                "2019-06-27",
                "2019.6.27",
                "20190627",
                "２０１９年０６月２７日",
                "2019-06-27 00:00:00",
                "2019/6/27 0:00",
                "\u00A02019-06-27 ",
                "2019 年 6 月 27 日"
            })
    void datesInAllTheirSpellings(String date) {
        assertThat(NoticeRow.ordinary().with("合同签订日期", date).notice().contractDate())
                .isEqualTo("2019-06-27");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1901-01-02", "1900-01-01", "1901年01月02日", "1900/1/1"})
    void theDatesThatStandForNone(String sentinel) {
        assertThat(NoticeRow.ordinary().with("约定开工时间", sentinel).notice().agreedStart())
                .isNull();
        assertThat(NoticeRow.ordinary().with("合同签订日期", sentinel).problem())
                .satisfies(p -> assertThat(p.code()).isEqualTo(RefusalCode.MISSING_FIELD))
                .satisfies(p -> assertThat(p.field()).isEqualTo("合同签订日期"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2019-02-30", "2019年13月1日", "27/06/2019", "43643", "2019-6/27", "soon", "2019", "10000-01-01"})
    void noOtherDates(String date) {
        Problem problem = NoticeRow.ordinary().with("约定竣工时间", date).problem();
        assertThat(problem.field()).isEqualTo("约定竣工时间");
        assertThat(problem.code()).isEqualTo(RefusalCode.INVALID_FIELD);
        assertThat(problem.value()).isEqualTo(date);
        assertThat(problem.remedy()).contains("2019-06-27");
    }

    @ParameterizedTest
    @CsvSource({
        "1.25, 18.75",
        "1.250000, 18.75",
        "1.25000000, 18.75",
        "１.２５, 18.75",
        "'1,234.5', 18517.5",
        "0.000001, 0.000015"
    })
    void areasExactly(String hectares, String mu) {
        assertThat(NoticeRow.ordinary().with("面积(公顷)", hectares).notice().area())
                .isEqualTo(Area.mu(mu));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00000001",
                "0",
                "-1",
                "1e3",
                "一公顷",
                "1.2.3",
                "1,2",
                "9999999999999999999",
                "999999999999999999"
            })
    void noOtherAreas(String hectares) {
        assertThat(NoticeRow.ordinary().with("面积(公顷)", hectares).problem().field())
                .isEqualTo("面积(公顷)");
    }

    @ParameterizedTest
    @CsvSource({"284.5022, 2845022", "0.0000, 0", "0.000001, 0.01", "302000, 3020000000", "'302,000.0000', 3020000000"})
    void moneyInTenThousandYuan(String cell, String yuan) {
        assertThat(NoticeRow.ordinary().with("成交价格(万元)", cell).notice().price()).isEqualTo(Money.yuan(yuan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "-5", "12万", "面议"})
    void noOtherMoney(String cell) {
        assertThat(NoticeRow.ordinary().with("成交价格(万元)", cell).problem().field())
                .isEqualTo("成交价格(万元)");
    }

    @ParameterizedTest
    @CsvSource({
        "划拨, ALLOCATION",
        "协议出让, AGREEMENT",
        "招标出让, TENDER",
        "拍卖出让, AUCTION",
        "挂牌出让, LISTING",
        "挂牌, LISTING",
        "' 协议 ', AGREEMENT"
    })
    void methods(String cell, SupplyMethod method) {
        assertThat(NoticeRow.ordinary().with("供地方式", cell).notice().method()).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"租赁", "作价出资（入股）", "招拍挂出让", "授权经营", "listing"})
    void noOtherMethods(String cell) {
        Problem problem = NoticeRow.ordinary().with("供地方式", cell).problem();
        assertThat(problem.field()).isEqualTo("供地方式");
        assertThat(problem.value()).isEqualTo(cell);
        assertThat(problem.remedy()).contains("挂牌出让");
    }

    @ParameterizedTest
    @CsvSource({
        "1.250000, EXISTING, 1.25",
        "1.25, EXISTING, 1.25",
        "0, NEW, 0",
        "0.000000, NEW, 0",
        "0.5, NEW_FROM_STOCK, 0.5",
        "2.5, NEW_FROM_STOCK, 2.5",
        "现有建设用地, EXISTING,",
        "新增建设用地, NEW,",
        "新增建设用地（来自存量库）, NEW_FROM_STOCK,",
        "'', UNKNOWN,"
    })
    void theSourceOfTheLand(String cell, LandSource source, String stated) {
        assertThat(NoticeRow.ordinary().with("土地来源", cell).notice().landSource())
                .isEqualTo(source);
        assertThat(NoticeRow.ordinary().with("土地来源", cell).notice().landSourceArea())
                .isEqualTo(stated);
    }

    @Test
    void termsAsOneNumberOrOneForEachUse() {
        assertThat(Terms.terms("50")).containsExactly(new UseTerm(null, "50"));
        assertThat(Terms.terms("50年")).containsExactly(new UseTerm(null, "50"));
        assertThat(Terms.terms("11.50")).containsExactly(new UseTerm(null, "11.5"));
        assertThat(Terms.terms("其他商服用地40年; 商务金融用地50年;"))
                .containsExactly(new UseTerm("其他商服用地", "40"), new UseTerm("商务金融用地", "50"));
        assertThat(Terms.terms("住宅70；商业 40 年")).containsExactly(new UseTerm("住宅", "70"), new UseTerm("商业", "40"));
        assertThat(Terms.terms("R2二类居住用地：70年")).containsExactly(new UseTerm("R2二类居住用地", "70"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期", "五十年", ";", "9999999999年", "商业用地年", "1.2.3", "40年; 长期"})
    void noOtherTerms(String cell) {
        assertThat(NoticeRow.ordinary().with("土地使用年限", cell).problem().field()).isEqualTo("土地使用年限");
    }

    @Test
    void instalmentsAsFarAsStated() {
        assertThat(NoticeRow.ordinary().with("支付期号", "2.0").notice().instalments())
                .extracting(Instalment::number)
                .containsExactly(2);
        NoticeRow amountOnly = NoticeRow.ordinary().with("支付期号", "").with("约定支付日期", "1900-01-01");
        assertThat(amountOnly.notice().instalments()).containsExactly(new Instalment(1, null, Money.yuan("12505000")));
        assertThat(NoticeRow.ordinary().with("支付期号", "第一期").problem().field()).isEqualTo("支付期号");
        assertThat(NoticeRow.ordinary().with("支付期号", "0").problem().field()).isEqualTo("支付期号");
    }

    @Test
    void oddAgreementsAsTheyAre() {
        NoticeRow odd = NoticeRow.ordinary()
                .with("约定开工时间", "2030-01-01")
                .with("约定竣工时间", "2020-01-01")
                .with("约定容积率下限", "9")
                .with("约定容积率上限", "1");
        assertThat(odd.notice().agreedStart()).isAfter(odd.notice().agreedCompletion());
        assertThat(odd.notice().floorAreaRatioMin()).isEqualTo("9");
    }

    @Test
    void textAsItWasPublished() {
        NoticeRow row = NoticeRow.ordinary().with("项目名称", " \u00A0某项目（二期）①\u3000");
        assertThat(row.notice().projectName()).isEqualTo("某项目（二期）①");
    }

    @Test
    void butNoTextThatTheLedgerCannotKeep() {
        assertThat(NoticeRow.ordinary()
                        .with("项目名称", "x".repeat(4_001))
                        .problem()
                        .reason())
                .contains("4001 characters");
        assertThat(NoticeRow.ordinary().with("备注", "a\u0007b").problem().field())
                .isEqualTo("备注");
        assertThat(NoticeRow.ordinary().with("备注", "\uD800").problem().reason()).contains("half a character");
        assertThat(NoticeRow.ordinary().with("行业分类", "制\uFFFD业").problem().reason())
                .contains("encoding");
    }

    @Test
    void allProblemsOfARowAtOnce() {
        List<Problem> problems = NoticeRow.ordinary()
                .with("面积(公顷)", "x")
                .with("合同签订日期", "")
                .with("供地方式", "租赁")
                .with("成交价格(万元)", "many")
                .with("项目名称", "")
                .problems();
        assertThat(problems)
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("面积(公顷)", "合同签订日期", "供地方式", "成交价格(万元)", "项目名称");
    }
}
