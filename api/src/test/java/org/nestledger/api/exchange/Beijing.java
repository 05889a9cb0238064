package org.nestledger.api.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The 85 real notices of the sample file. */
public final class Beijing {

    private static final String FILE = "landchina-beijing-2019.csv";

    private Beijing() {}

    public static String text() {
        try (InputStream in = Beijing.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** All records, the headings first. None of the file's cells holds a line break. */
    public static List<List<String>> records() {
        return text().lines().map(line -> Records.split(line, ',')).toList();
    }

    public static List<String> headings() {
        return records().getFirst();
    }

    public static List<List<String>> rows() {
        return records().subList(1, records().size());
    }

    /** The line with another value in one of its cells. */
    public static String with(String line, int cell, String value) {
        String[] cells = line.split(",", -1);
        cells[cell] = value;
        return String.join(",", cells);
    }

    /** The headings of the same notices in Chinese, in the order of the file. */
    public static List<String> chineseHeadings() {
        return List.of(
                "行政区",
                "电子监管号",
                "项目名称",
                "项目位置",
                "面积(公顷)",
                "土地来源",
                "土地用途",
                "供地方式",
                "土地使用年限",
                "行业分类",
                "土地级别",
                "成交价格(万元)",
                "支付期号",
                "约定支付日期",
                "约定支付金额(万元)",
                "备注",
                "土地使用权人",
                "土地使用权人",
                "约定容积率下限",
                "约定容积率上限",
                "约定交地时间",
                "约定开工时间",
                "约定竣工时间",
                "实际开工时间",
                "实际竣工时间",
                "批准单位",
                "合同签订日期",
                "链接");
    }
}
