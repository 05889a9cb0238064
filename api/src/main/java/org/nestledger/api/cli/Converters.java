package org.nestledger.api.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.nestledger.api.runtime.Stated;
import org.nestledger.core.journal.Account;
import org.nestledger.core.log.checkpoint.UnverifiedException;
import org.nestledger.core.log.checkpoint.VerifierKey;
import org.nestledger.core.measure.AreaUnit;
import org.nestledger.core.measure.InvalidQuantity;
import org.nestledger.query.report.KnownAt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How arguments are read; each says what it expects. */
final class Converters {

    private Converters() {}

    static final class Date implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return Stated.day(text);
            } catch (DateTimeParseException noDate) {
                throw new TypeConversionException("\"" + text + "\" is no date; write it like 2023-12-31.");
            }
        }
    }

    static final class Year implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return Stated.year(text).getValue();
            } catch (DateTimeParseException noYear) {
                throw new TypeConversionException("\"" + text + "\" is no year; write it like 2023.");
            }
        }
    }

    static final class Month implements ITypeConverter<YearMonth> {

        @Override
        public YearMonth convert(String text) {
            try {
                return Stated.month(text);
            } catch (DateTimeParseException noMonth) {
                throw new TypeConversionException("\"" + text + "\" is no month; write it like 2023-07.");
            }
        }
    }

    static final class Areas implements ITypeConverter<AreaUnit> {

        @Override
        public AreaUnit convert(String text) {
            try {
                return AreaUnit.of(text);
            } catch (InvalidQuantity noUnit) {
                throw new TypeConversionException(noUnit.getMessage() + ".");
            }
        }
    }

    /** An empty path would be that of the directory in which the program happens to run. */
    static final class File implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("the path is empty; state it, or leave the option out.");
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException noPath) {
                throw new TypeConversionException("this is no path: " + noPath.getReason() + ".");
            }
        }
    }

    static final class Id implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("the id is empty; state it, or leave the option out.");
            }
            return text;
        }
    }

    static final class OfAccount implements ITypeConverter<Account> {

        @Override
        public Account convert(String text) {
            try {
                return Account.ofCode(text);
            } catch (IllegalArgumentException noAccount) {
                throw new TypeConversionException(noAccount.getMessage() + ".");
            }
        }
    }

    static final class Port implements ITypeConverter<Integer> {
        private static final int HIGHEST = 65_535;

        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST) {
                throw new TypeConversionException("\"" + text + "\" is no port; use a number from 0 to 65535.");
            }
            return Integer.valueOf(text);
        }
    }

    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no such number; use a whole number from 1 to 999999999.");
            }
            return Integer.valueOf(text);
        }
    }

    /** From now on: what is so far ahead that no calendar has it can be kept nowhere. */
    static final class Days implements ITypeConverter<Integer> {
        private static final int MOST = 36_500;

        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no number of days; use a whole number from 1 to 36500.");
            }
            return Integer.valueOf(text);
        }
    }

    static final class Position implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw new TypeConversionException("\"" + text + "\" is no position; positions are 1, 2, 3, ….");
            }
            return Long.valueOf(text);
        }
    }

    static final class Key implements ITypeConverter<VerifierKey> {
        @Override
        public VerifierKey convert(String text) {
            try {
                return VerifierKey.parse(text.strip());
            } catch (UnverifiedException noKey) {
                throw new TypeConversionException("This is no key of a log: " + noKey.what() + ".");
            }
        }
    }

    static final class Known implements ITypeConverter<KnownAt> {
        @Override
        public KnownAt convert(String text) {
            try {
                return KnownAt.parse(text);
            } catch (IllegalArgumentException neither) {
                throw new TypeConversionException(neither.getMessage() + ".");
            }
        }
    }
}
