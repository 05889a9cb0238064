package org.nestledger.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class FlushConnectionTest {

    private final AtomicInteger attempts = new AtomicInteger();
    private final DataSource unreachable = (DataSource)
            Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, _, _) -> {
                attempts.incrementAndGet();
                throw FaultyDataSource.broken();
            });
    private final FlushConnection connection = new FlushConnection(unreachable, LogOptions.defaults());

    @Test
    void whatCannotBeConnectedIsNotTriedAgainAtOnce() {
        assertThat(connection.connect()).isFalse();
        assertThat(connection.connect()).isFalse();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void withoutAConnectionNothingIsCalledDurable() {
        assertThat(connection.connected()).isFalse();
        assertThat(connection.flush()).isFalse();
        assertThat(attempts).hasValue(0);
    }
}
