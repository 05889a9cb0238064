package org.nestledger.api.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invented names. Each says that it is. */
final class Invented {

    private static final String LABEL = " (illustrative)";

    private static final List<String> FIRST = List.of(
            "Heng", "Rui", "Xin", "Hong", "Jia", "Tai", "Sheng", "Yong", "Guang", "Zhong", "Hua", "Ming", "Fu", "An");
    private static final List<String> SECOND = List.of(
            "da", "tong", "feng", "long", "wei", "chuang", "ke", "neng", "li", "yuan", "sheng", "he", "tai", "xiang");

    static final List<Industry> INDUSTRIES = List.of(
            new Industry("new energy and automobile parts", List.of("Battery", "Auto Parts", "Motor")),
            new Industry("electronic information", List.of("Electronics", "Circuits", "Display")),
            new Industry("metal processing", List.of("Alloys", "Precision Casting", "Hardware")),
            new Industry("new building materials", List.of("Window Systems", "Ceramics", "Panels")),
            new Industry("biomedicine", List.of("Pharma", "Biotech")),
            new Industry("food and beverage", List.of("Foods", "Beverages")),
            new Industry("fine chemicals", List.of("Coatings", "Materials")),
            new Industry("equipment manufacturing", List.of("Machinery", "Robotics", "Automation")));

    private static final List<String> ORIGINS = List.of(
            "Shenzhen",
            "Shenzhen",
            "Shenzhen",
            "Guangzhou",
            "Guangzhou",
            "Foshan",
            "Foshan",
            "Foshan",
            "Dongguan",
            "Dongguan",
            "Zhaoqing",
            "Zhongshan",
            "Zhejiang",
            "Jiangsu",
            "Hong Kong",
            "Germany");

    /** A trade and what its companies make. */
    record Industry(String name, List<String> goods) {}

    private final Dice dice;
    private final Set<String> used = new HashSet<>();

    Invented(Dice dice) {
        this.dice = dice;
    }

    static String labelled(String name) {
        return name + LABEL;
    }

    Industry industry() {
        // the first trades are the zone's mainstays
        return dice.oneIn(2) ? INDUSTRIES.get(dice.between(0, 2)) : dice.pick(INDUSTRIES);
    }

    String origin() {
        return dice.pick(ORIGINS);
    }

    /** A company's name that was not given before. */
    String company(Industry industry) {
        String name;
        do {
            name = dice.pick(FIRST) + dice.pick(SECOND) + " " + dice.pick(industry.goods());
        } while (!used.add(name));
        return name;
    }
}
