package org.nestledger.api.cli;

import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.core.measure.AreaUnit;
import picocli.CommandLine.Option;

/** In which unit areas are shown, for whatever prints them. */
final class AreaUnitOption {

    @Option(
            names = "--area-unit",
            paramLabel = "UNIT",
            converter = Converters.Areas.class,
            description = "The unit of all areas: mu, ha, m2 or acre. When not given: mu, as they are recorded.")
    @Nullable
    AreaUnit unit;

    ShownAreas shown() {
        return new ShownAreas(unit);
    }
}
