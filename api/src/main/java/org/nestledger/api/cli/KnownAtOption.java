package org.nestledger.api.cli;

import org.nestledger.query.report.KnownAt;
import picocli.CommandLine.Option;

/** Which records count, for whatever reads the read models. */
final class KnownAtOption {

    @Option(
            names = "--known-at",
            paramLabel = "POSITION|INSTANT",
            converter = Converters.Known.class,
            description = "The last record that counts; all recorded so far when not given.")
    KnownAt value = KnownAt.now();
}
