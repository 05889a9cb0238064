package org.nestledger.api.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.function.Function;

/** A table for people, aligned by the places that a terminal shows: a Chinese character takes two. */
final class TextTable {

    /** Is no character of any text; it is put after a wide one while the table is made, which counts characters. */
    private static final char SECOND_PLACE = '\uFFFF';

    private TextTable() {}

    static <T> String of(List<T> rows, List<ColumnData<T>> columns) {
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, rows, columns)
                .replace(String.valueOf(SECOND_PLACE), "");
    }

    /** @param number whether the texts are numbers, which stand to the right */
    static <T> ColumnData<T> column(String header, boolean number, Function<? super T, String> text) {
        return new Column()
                .header(inPlaces(header))
                .dataAlign(number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                .with(row -> inPlaces(text.apply(row)));
    }

    private static String inPlaces(String text) {
        StringBuilder places = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            places.appendCodePoint(character);
            if (isWide(character) && Character.charCount(character) == 1) {
                places.append(SECOND_PLACE);
            }
        });
        return places.toString();
    }

    private static boolean isWide(int character) {
        int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
        return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH;
    }
}
