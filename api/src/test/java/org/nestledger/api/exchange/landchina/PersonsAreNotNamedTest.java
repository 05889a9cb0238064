package org.nestledger.api.exchange.landchina;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nestledger.core.notice.SupplyNotice;

class PersonsAreNotNamedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王伟",
                "李小明",
                "欧阳震华",
                "买买提·艾合买提",
                "阿依古丽•吐尔逊",
                "张三、李四",
                "张三和李四",
                "张三 李四",
                "张三等3人",
                "张三等",
                "张三（个体工商户）",
                "张三先生",
                "张三,李四,王五",
                " 张三\u00A0"
            })
    void holdersThatLookLikePersonsAreRecordedWithoutTheirNames(String holder) {
        SupplyNotice notice = NoticeRow.ordinary().with("土地使用权人", holder).notice();
        assertThat(notice.naturalPerson()).isTrue();
        assertThat(notice.holder()).isEqualTo("natural person");
        assertThat(notice.toString()).doesNotContain(holder.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "光明日报社",
                "铝业公司",
                "第一中学",
                "端州区政府",
                "水务局",
                "工商银行",
                "中国石化",
                "国家电网",
                "某某村委会",
                "大旺镇",
                "供销社",
                "红星厂",
                "北京京投置地房地产有限公司、北京郭公庄投资管理公司和北京市基础设施投资有限公司联合体",
                "肇庆和平实业有限公司",
                "Tesla (Shanghai) Co., Ltd.",
                "城建集团",
                "市国土资源局",
                "人民医院",
                "张家口市接待服务处"
            })
    void organisationsKeepTheirNames(String holder) {
        SupplyNotice notice = NoticeRow.ordinary().with("土地使用权人", holder).notice();
        assertThat(notice.naturalPerson()).isFalse();
        assertThat(notice.holder()).isEqualTo(holder);
    }

    @Test
    void thePersonInAConsortiumIsLeftOutOfItsText() {
        SupplyNotice notice =
                NoticeRow.ordinary().with("土地使用权人", "李小明、肇庆某某铝业有限公司").notice();
        assertThat(notice.holder()).isEqualTo("natural person、肇庆某某铝业有限公司");
        assertThat(notice.naturalPerson()).isFalse();
    }

    @Test
    void theNameIsLeftOutOfTheOtherTextsToo() {
        PublishedNotice published = NoticeRow.ordinary()
                .with("土地使用权人", "李小明")
                .with("项目名称", "李小明住宅用地")
                .with("项目位置", "大旺镇李小明宅旁")
                .with("备注", "受让人李小明")
                .published();
        assertThat(published.recording().toString()).doesNotContain("李小明");
    }

    @Test
    void twoRowsOfAHolderAreOneConsortium() {
        NoticeRow row = NoticeRow.ordinary().with("土地使用权人", "甲实业有限公司").with("土地使用权人2", "乙实业有限公司");
        assertThat(row.notice().holder()).isEqualTo("甲实业有限公司、乙实业有限公司");
        assertThat(row.with("土地使用权人2", "甲实业有限公司").notice().holder()).isEqualTo("甲实业有限公司");
        assertThat(row.with("土地使用权人", "Nah").notice().holder()).isEqualTo("甲实业有限公司");
    }

    @Test
    void anEmptyHolderIsRefused() {
        Problem problem = NoticeRow.ordinary().with("土地使用权人", " ").problem();
        assertThat(problem.field()).isEqualTo("土地使用权人");
    }

    @Test
    void noProblemRepeatsWhatMayBeAName() {
        List<Problem> problems = NoticeRow.ordinary()
                .with("土地使用权人", "李小明\uFFFD")
                .with("面积(公顷)", "李小明")
                .with("合同签订日期", "王伟、李四")
                .with("项目名称", "李小明\u0007")
                .problems();
        assertThat(problems).hasSize(4).allMatch(problem -> problem.value() == null);
        assertThat(problems.toString()).doesNotContain("李小明").doesNotContain("王伟");
    }
}
