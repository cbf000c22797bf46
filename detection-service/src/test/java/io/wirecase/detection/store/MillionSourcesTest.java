package io.wirecase.detection.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.IpAddress;
import io.wirecase.detection.scan.ContactReader;
import io.wirecase.detection.scan.ScanContact;
import io.wirecase.detection.scan.ScanFamily;
import io.wirecase.detection.scan.ScanKey;
import io.wirecase.detection.scan.ScanState;
import io.wirecase.detection.testing.FlowFixtures;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A flood of made-up sources, each of which makes one contact and is never seen again. */
class MillionSourcesTest {

    private static final int SOURCES = 1_000_000;
    private static final int BLOCK = 200;
    private static final long MOST = 20_000;
    private static final ScanContact SYN = ContactReader.read(
                    FlowFixtures.flow().server("10.20.0.9", 443).silent().build())
            .orElseThrow();

    /** A block's contacts come before room is made; each is a head, a chunk of targets and an index. */
    private static final long SLACK = 3L * BLOCK;

    @Test
    void theStateStaysAsSmallAsAllowedAndWhatWentEarlyIsCounted() {
        KeyValueStore<Bytes, byte[]> kept = Stores.inMemoryKeyValueStore("kept").get();
        DetectionStore store = new DetectionStore(kept, new Expiry(Duration.ofMinutes(10), 144, 2_000, MOST));
        long most = 0;
        long early = 0;
        for (int i = 0; i < SOURCES; i++) {
            ScanKey key = new ScanKey("office", IpAddress.v4(i * 0x9E3779B1), ScanFamily.TCP, 20_000, 0);
            ScanState state = store.scan(key);
            state.add(SYN, FlowFixtures.CAPTURE, 4_096);
            store.put(key, state, 1_700_000_000_000L + i, null);
            if (i % BLOCK == BLOCK - 1) {
                most = Math.max(most, kept.approximateNumEntries());
                early += store.relieve();
            }
        }
        assertThat(most).isLessThanOrEqualTo(MOST + SLACK);
        // A source is three entries: what is left and what went are all there were.
        assertThat(early + kept.approximateNumEntries() / 3).isEqualTo(SOURCES);
    }
}
