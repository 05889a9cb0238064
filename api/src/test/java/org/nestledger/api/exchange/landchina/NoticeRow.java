package org.nestledger.api.exchange.landchina;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nestledger.api.exchange.Beijing;
import org.nestledger.api.exchange.landchina.NoticeReader.NotUnderstood;
import org.nestledger.api.exchange.landchina.NoticeReader.Read;
import org.nestledger.api.exchange.landchina.NoticeReader.Understood;
import org.nestledger.core.notice.NoticeCommand.RecordSupplyNotice;
import org.nestledger.core.notice.SupplyNotice;

/** A row in the words of the tests: an ordinary notice, of which a test changes what it is about. */
final class NoticeRow {

    private final Map<String, String> cells = new LinkedHashMap<>();
    private String zone;

    static NoticeRow ordinary() {
        NoticeRow row = new NoticeRow();
        List<String> values = List.of(
                "肇庆市端州区",
                "4412022023B00017",
                "年产五万吨铝型材项目",
                "大旺大道东",
                "1.250000",
                "0.000000",
                "工业用地",
                "挂牌出让",
                "50",
                "金属制品业",
                "五级",
                "1250.5",
                "1",
                "2023年07月01日",
                "1250.5",
                "",
                "肇庆某某铝业有限公司",
                "",
                "1.00",
                "2.50",
                "2023年06月30日",
                "2023年12月30日",
                "2025年12月30日",
                "",
                "",
                "肇庆市人民政府",
                "2023年06月01日",
                "http://www.landchina.com/default.aspx?tabid=386&recorderguid=03C72A7A-bcde-48b5-a26f-64177c2b9073");
        List<String> headings = Beijing.chineseHeadings();
        for (int i = 0; i < values.size(); i++) {
            row.cells.put(i == 17 ? "土地使用权人2" : headings.get(i), values.get(i));
        }
        return row;
    }

    NoticeRow with(String heading, String value) {
        cells.put(heading, value);
        return this;
    }

    /** The row of a file that has this column under another heading. */
    NoticeRow renamed(String heading, String other) {
        String value = cells.remove(heading);
        cells.put(other, value);
        return this;
    }

    NoticeRow without(String heading) {
        cells.remove(heading);
        return this;
    }

    NoticeRow inZone(String id) {
        zone = id;
        return this;
    }

    Read read() {
        Headings headings = Headings.of(new ArrayList<>(cells.keySet()));
        return new NoticeReader(headings, zone).read(new ArrayList<>(cells.values()));
    }

    PublishedNotice published() {
        return switch (read()) {
            case Understood understood -> understood.notice();
            case NotUnderstood wrong -> throw new AssertionError("refused: " + wrong.problems());
        };
    }

    SupplyNotice notice() {
        return ((RecordSupplyNotice) published().recording().command()).notice();
    }

    List<Problem> problems() {
        return switch (read()) {
            case Understood understood ->
                throw new AssertionError("taken: " + understood.notice().recording());
            case NotUnderstood wrong -> wrong.problems();
        };
    }

    Problem problem() {
        List<Problem> problems = problems();
        if (problems.size() != 1) {
            throw new AssertionError("several problems: " + Arrays.toString(problems.toArray()));
        }
        return problems.getFirst();
    }
}
