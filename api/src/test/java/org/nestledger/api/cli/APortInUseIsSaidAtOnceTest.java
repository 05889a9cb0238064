package org.nestledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class APortInUseIsSaidAtOnceTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve"})
    void andNothingIsStartedOrRecorded(String command, @TempDir Path temporary) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path data = temporary.resolve("data");
            CommandLineRun run = CommandLineRun.of(command, "--port=" + other.getLocalPort(), "--data=" + data);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err().strip())
                    .isEqualTo("ledger: Port " + other.getLocalPort() + " is in use: choose another one with --port.");
            assertThat(run.out()).isEmpty();
            assertThat(data).doesNotExist();
        }
    }
}
