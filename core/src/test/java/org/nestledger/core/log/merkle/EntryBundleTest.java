package org.nestledger.core.log.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    @Test
    void theBundlesOfTheExampleLogAreReproduced() {
        List<byte[]> records = Vectors.records();
        assertThat(EntryBundle.encode(records.subList(0, 256))).isEqualTo(Vectors.bytes("log600/tile/entries/000"));
        assertThat(EntryBundle.encode(records.subList(256, 300)))
                .isEqualTo(Vectors.bytes("log600/tile/entries/001.p/44"));
        assertThat(EntryBundle.encode(records.subList(512, 600)))
                .isEqualTo(Vectors.bytes("log600/tile/entries/002.p/88"));
    }

    @Test
    void theLargestRecordFits() {
        byte[] largest = new byte[65_535];
        Arrays.fill(largest, (byte) 7);
        byte[] bundle = EntryBundle.encode(List.of(largest, new byte[] {1, 2}));
        assertThat(EntryBundle.decode(bundle, 2, true)).containsExactly(largest, new byte[] {1, 2});
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBundleThatDoesNotHoldTheRecordsIsRefused() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2}, new byte[] {3}));
        assertThat(EntryBundle.decode(bundle, 1, false)).hasSize(1);
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 1, true)).hasMessageContaining("3 bytes after");
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 3, true)).hasMessageContaining("ends after 2 of 3");
        assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, 6), 2, true))
                .hasMessageContaining("record 2 is cut off");
        assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, 5), 2, true))
                .hasMessageContaining("ends after 1 of 2");
    }
}
