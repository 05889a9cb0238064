package org.nestledger.api.exchange.landchina;

import java.util.List;

/** What a notice states, under the headings that it is published with. The first is the one that people are told. */
enum Column {
    DISTRICT(Kind.CODE, "行政区", "行政区划", "所在地", "所属行政区", "District"),
    SUPERVISION_NUMBER(Kind.CODE, "电子监管号", "监管号", "Electronic supervision number"),
    PROJECT_NAME(Kind.TEXT, "项目名称", "Project name"),
    LOCATION(Kind.TEXT, "项目位置", "宗地位置", "土地坐落", "Project location"),
    AREA(Kind.CODE, "面积(公顷)", "面积", "土地面积(公顷)", "土地面积", "供地面积(公顷)", "供地面积", "Area (hectare)", "Area"),
    LAND_SOURCE(Kind.CODE, "土地来源", "土地来源(公顷)", "Land source"),
    USE(Kind.CODE, "土地用途", "Land utilisation", "Land utilization", "Land use"),
    METHOD(Kind.CODE, "供地方式", "供应方式", "土地供应方式", "Land supply method"),
    TERM(Kind.CODE, "土地使用年限", "土地使用年限(年)", "使用年限", "出让年限", "Land use period in year", "Land use period"),
    INDUSTRY(Kind.CODE, "行业分类", "所属行业", "Industry category"),
    GRADE(Kind.CODE, "土地级别", "土地等级", "Land grade"),
    PRICE(
            Kind.CODE,
            "成交价格(万元)",
            "成交价格",
            "成交价(万元)",
            "成交价",
            "Transaction price (ten thousand yuan)",
            "Transaction price"),
    INSTALMENT_NUMBER(
            Kind.CODE,
            "支付期号",
            "分期支付约定支付期号",
            "Installment payment agreement payment period number",
            "Payment period number"),
    INSTALMENT_DATE(
            Kind.CODE,
            "约定支付日期",
            "分期支付约定约定支付日期",
            "Installment payment agreement agreed payment date",
            "Agreed payment date"),
    INSTALMENT_AMOUNT(
            Kind.CODE,
            "约定支付金额(万元)",
            "约定支付金额",
            "分期支付约定约定支付金额(万元)",
            "分期支付约定约定支付金额",
            "Installment payment agreement agreed payment amount (ten thousand yuan)",
            "Agreed payment amount (ten thousand yuan)"),
    NOTE(Kind.TEXT, "备注", "分期支付约定备注", "Note"),
    HOLDER(
            Kind.TEXT,
            "土地使用权人",
            "土地使用权人1",
            "土地使用权人2",
            "土地使用权人一",
            "土地使用权人二",
            "Land use right holder",
            "Land use right holder Row 1",
            "Land use right holder Row 2"),
    RATIO_MIN(
            Kind.CODE,
            "约定容积率下限",
            "约定容积率下限值",
            "容积率下限",
            "下限",
            "Agreed floor area ratio lower limit",
            "Floor area ratio lower limit"),
    RATIO_MAX(
            Kind.CODE,
            "约定容积率上限",
            "约定容积率上限值",
            "容积率上限",
            "上限",
            "Agreed floor area ratio upper limit",
            "Floor area ratio upper limit"),
    /** Both bounds in one cell, as {@code upper/lower}. */
    RATIO_MAX_MIN(Kind.CODE, "约定容积率(上限/下限)", "容积率(上限/下限)"),
    /** Both bounds in one cell, as {@code lower/upper}. */
    RATIO_MIN_MAX(Kind.CODE, "约定容积率(下限/上限)", "容积率(下限/上限)", "约定容积率", "Agreed floor area ratio"),
    DELIVERY(Kind.CODE, "约定交地时间", "Agreed land delivery time", "Agreed delivery time"),
    START(Kind.CODE, "约定开工时间", "Agreed start time"),
    COMPLETION(Kind.CODE, "约定竣工时间", "Agreed completion time"),
    ACTUAL_START(Kind.CODE, "实际开工时间", "Actual start time"),
    ACTUAL_COMPLETION(Kind.CODE, "实际竣工时间", "Actual completion time"),
    AUTHORISED_BY(Kind.CODE, "批准单位", "审批单位", "Authorised by", "Authorized by"),
    CONTRACT_DATE(Kind.CODE, "合同签订日期", "合同签定日期", "签订日期", "Contract signing date"),
    URL(Kind.CODE, "链接", "网址", "原文链接", "公告链接", "详情链接", "URL", "Link");

    /** Whether a cell may name a person, so that no refusal repeats it. */
    enum Kind {
        CODE,
        TEXT
    }

    private final Kind kind;
    // A copy that nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    Column(Kind kind, String... names) {
        this.kind = kind;
        this.names = List.of(names);
    }

    boolean mayNamePersons() {
        return kind == Kind.TEXT;
    }

    String title() {
        return names.getFirst();
    }

    List<String> names() {
        return names;
    }
}
