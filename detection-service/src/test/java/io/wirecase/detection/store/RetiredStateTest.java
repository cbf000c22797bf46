package io.wirecase.detection.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
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

/** What goes when a capture that is its own site has ended or was deleted, and is read again at once. */
class RetiredStateTest {

    private static final String SITE = FlowFixtures.CAPTURE.toString();
    private static final long NOW = 1_700_000_000_000L;
    private static final Flow TRY =
            FlowFixtures.flow().server("10.20.0.9", 443).silent().build();
    private static final ScanContact CONTACT = ContactReader.read(TRY).orElseThrow();
    private static final int HOSTS = 30;

    private final KeyValueStore<Bytes, byte[]> kept =
            Stores.inMemoryKeyValueStore("kept").get();

    /** A walk removes fewer entries than there are. */
    private final DetectionStore store = new DetectionStore(kept, new Expiry(Duration.ofMinutes(10), 144, 7, 100_000));

    private static ScanKey scan(int host, int revision) {
        return new ScanKey(SITE, IpAddress.v4(host), ScanFamily.TCP, 20_000, revision);
    }

    private static BehaviourKey behaviour(int host, int revision) {
        return new BehaviourKey(SITE, "beacon", IpAddress.v4(host), "a.example", 20_000, revision);
    }

    private void read(int revision) {
        for (int host = 1; host <= HOSTS; host++) {
            ScanState state = store.scan(scan(host, revision));
            state.add(CONTACT, FlowFixtures.CAPTURE, 4_096);
            store.put(scan(host, revision), state, NOW, null);
            BehaviourEntry entry = store.behaviours().find(behaviour(host, revision));
            entry.state(new byte[] {(byte) host});
            store.behaviours().put(behaviour(host, revision), entry, NOW, null);
        }
    }

    private long left(int revision) {
        long left = 0;
        for (int host = 1; host <= HOSTS; host++) {
            left += store.scan(scan(host, revision)).upkeep().slot() >= 0 ? 1 : 0;
            left += store.behaviours().find(behaviour(host, revision)).state().length > 0 ? 1 : 0;
        }
        return left;
    }

    private void walk() {
        for (int i = 0; i < 4 * HOSTS; i++) {
            store.expire(NOW);
        }
    }

    @Test
    void whatEndedGoesWalkByWalkAndTheNextRevisionStays() {
        read(1);
        store.retire(SITE, 1);
        store.expire(NOW);
        assertThat(left(1)).isPositive();
        read(2);
        walk();
        assertThat(left(1)).isZero();
        assertThat(left(2)).isEqualTo(2 * HOSTS);
    }

    @Test
    void aLateDeletionTakesNothingOfWhatWasSentAgain() {
        read(1);
        read(2);
        store.forget(new EndMarker(FlowFixtures.CAPTURE, 1, SITE, 0, 1, 0, null, null));
        assertThat(left(1)).isZero();
        assertThat(left(2)).isEqualTo(2 * HOSTS);
    }

    @Test
    void whatEndedTwiceGoesWholly() {
        read(1);
        read(2);
        store.retire(SITE, 2);
        store.retire(SITE, 1);
        walk();
        assertThat(left(1) + left(2)).isZero();
    }
}
