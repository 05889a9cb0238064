package org.nestledger.api.exchange.landchina;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nestledger.api.exchange.Beijing;
import org.nestledger.api.exchange.landchina.NoticeReader.Understood;
import org.nestledger.core.measure.Area;
import org.nestledger.core.measure.Money;
import org.nestledger.core.notice.LandSource;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.notice.SupplyNotice;
import org.nestledger.core.supply.SupplyMethod;
import org.nestledger.core.supply.UseTerm;

/** The facts of the file that its description states. */
class TheBeijingNoticesAreUnderstoodTest {

    private static final List<SupplyNotice> NOTICES = notices();

    private static List<SupplyNotice> notices() {
        NoticeReader reader = new NoticeReader(Headings.of(Beijing.headings()), null);
        return Beijing.rows().stream()
                .map(cells -> (Understood) reader.read(cells))
                .map(read -> ((RecordSupplyNotice) read.notice().recording().command()).notice())
                .toList();
    }

    @Test
    void thereAre85WithKeysOfTheirOwn() {
        assertThat(NOTICES).hasSize(85).extracting(SupplyNotice::key).doesNotHaveDuplicates();
    }

    @Test
    void theirAreasAdd() {
        Area sum = NOTICES.stream().map(SupplyNotice::area).reduce(Area.ZERO, Area::plus);
        assertThat(sum).isEqualTo(Area.hectares("318.054066")).isEqualTo(Area.mu("4770.81099"));
    }

    @Test
    void thePricesOf84Add() {
        List<Money> prices = NOTICES.stream()
                .map(SupplyNotice::price)
                .filter(Objects::nonNull)
                .toList();
        assertThat(prices).hasSize(84);
        assertThat(prices.stream().mapToLong(Money::minor).sum())
                .isEqualTo(Money.yuan("89123213515").minor());
        assertThat(prices.stream().filter(Money::isZero)).hasSize(5);
    }

    @Test
    void nineteenHaveNoAgreedStart() {
        assertThat(NOTICES).filteredOn(n -> n.agreedStart() == null).hasSize(19);
    }

    @Test
    void twentyOneHaveSeveralUseTerms() {
        assertThat(NOTICES).filteredOn(n -> n.useTerms().size() > 1).hasSize(21);
        assertThat(NOTICES)
                .filteredOn(n -> n.useTerms().size() > 1)
                .allSatisfy(n -> assertThat(n.useTerms()).allMatch(term -> term.use() != null));
    }

    @Test
    void oneTermIsElevenYearsAndAHalf() {
        assertThat(NOTICES)
                .filteredOn(n -> n.useTerms().equals(List.of(new UseTerm(null, "11.5"))))
                .hasSize(1);
    }

    @Test
    void fourteenAreDeliveredBeforeTheContract() {
        assertThat(NOTICES)
                .filteredOn(
                        n -> n.agreedDelivery() != null && n.agreedDelivery().isBefore(n.contractDate()))
                .hasSize(14);
    }

    @Test
    void holdersAreTakenFromWhicheverRowHasThem() {
        assertThat(NOTICES).extracting(SupplyNotice::holder).contains("光明日报社", "北京经济技术开发区基建办公室", "北京农村商业银行股份有限公司");
        int second = Beijing.headings().indexOf("Land use right holder Row 2");
        assertThat(Beijing.rows()).filteredOn(row -> !row.get(second).isEmpty()).hasSize(6);
    }

    @Test
    void noHolderIsTakenForAPerson() {
        assertThat(NOTICES)
                .noneMatch(SupplyNotice::naturalPerson)
                .allSatisfy(n -> assertThat(n.holder()).doesNotContain(Holder.NATURAL_PERSON));
    }

    @Test
    void methodsAndSourcesAreThoseOfThePage() {
        assertThat(NOTICES)
                .filteredOn(n -> n.method() == SupplyMethod.AGREEMENT)
                .hasSize(43);
        assertThat(NOTICES).filteredOn(n -> n.method() == SupplyMethod.LISTING).hasSize(32);
        assertThat(NOTICES)
                .filteredOn(n -> n.method() == SupplyMethod.ALLOCATION)
                .hasSize(6);
        assertThat(NOTICES).filteredOn(n -> n.method() == SupplyMethod.TENDER).hasSize(4);
        assertThat(NOTICES).filteredOn(n -> n.landSource() == LandSource.NEW).hasSize(58);
        assertThat(NOTICES)
                .filteredOn(n -> n.landSource() == LandSource.EXISTING)
                .allSatisfy(n -> assertThat(Area.hectares(n.landSourceArea())).isEqualTo(n.area()));
    }

    @Test
    void instalmentsAreAsStated() {
        assertThat(NOTICES).filteredOn(n -> n.instalments().isEmpty()).hasSize(6);
        assertThat(NOTICES)
                .filteredOn(n -> n.instalments().stream().anyMatch(i -> i.number() == 2))
                .hasSize(6);
    }

    @Test
    void floorAreaRatiosAreAsManyAsStated() {
        assertThat(NOTICES).filteredOn(n -> n.floorAreaRatioMin() != null).hasSize(39);
        assertThat(NOTICES).filteredOn(n -> n.floorAreaRatioMax() != null).hasSize(56);
        assertThat(NOTICES)
                .filteredOn(n -> n.floorAreaRatioMax() != null)
                .allSatisfy(n -> new BigDecimal(n.floorAreaRatioMax()));
    }

    @Test
    void theFirstIsCompletelyAsPublished() {
        SupplyNotice first = NOTICES.getFirst();
        assertThat(first.key()).isEqualTo("1101002019B01585");
        assertThat(first.projectName()).isEqualTo("大兴区青云店镇四村现状商务金融用地（营业网点）项目");
        assertThat(first.location()).isEqualTo("大兴区青云店镇四村");
        assertThat(first.area()).isEqualTo(Area.mu("1.809075"));
        assertThat(first.landSource()).isEqualTo(LandSource.EXISTING);
        assertThat(first.price()).isEqualTo(Money.yuan("2845022"));
        assertThat(first.useTerms()).containsExactly(new UseTerm(null, "40"));
        assertThat(first.contractDate()).isEqualTo("2019-06-27");
        assertThat(first.note()).isNull();
        assertThat(first.agreedStart()).isNull();
        assertThat(first.url()).endsWith("recorderguid=03c72a7a-bcde-48b5-a26f-64177c2b9073");
    }
}
