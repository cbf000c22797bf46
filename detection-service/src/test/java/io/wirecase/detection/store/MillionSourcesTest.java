package io.wirecase.detection.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.flood.FloodLimits;
import io.wirecase.detection.flood.SynFlood;
import io.wirecase.detection.scan.ContactReader;
import io.wirecase.detection.scan.ScanContact;
import io.wirecase.detection.scan.ScanFamily;
import io.wirecase.detection.scan.ScanKey;
import io.wirecase.detection.scan.ScanState;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyDetector;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.testing.FlowFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A flood of made-up sources, each of which makes one contact and is never seen again. */
class MillionSourcesTest {

    private static final int SOURCES = 1_000_000;
    private static final int SUBJECTS = 200_000;
    private static final int BLOCK = 200;
    private static final long MOST = 20_000;
    private static final Flow ONE_SYN =
            FlowFixtures.flow().server("10.20.0.9", 443).silent().build();
    private static final ScanContact SYN = ContactReader.read(ONE_SYN).orElseThrow();

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

    /** The second stage of a flood at one server: what is kept of it does not grow with its sources. */
    @Test
    void whatMeetsAtTheServerStaysSmallAndTellsOfTheFlood() {
        TallyDetector floods = new TallyDetector(new SynFlood(FloodLimits.DEFAULT, Networks.PRIVATE));
        KeyValueStore<Bytes, byte[]> kept = Stores.inMemoryKeyValueStore("kept").get();
        BehaviourStore store = new DetectionStore(kept, Expiry.DEFAULT).behaviours();
        BehaviourKey key = null;
        TallyState half = floods.fresh();
        int largest = 0;
        int atATenth = 0;
        for (int i = 0; i < SOURCES; i++) {
            Digest<Addition> digest = floods.read(syn(i)).getFirst();
            key = BehaviourKey.of(ONE_SYN.origin(), floods.kind(), digest, floods.bucket());
            half.add(digest.value());
            if (i % BLOCK == BLOCK - 1) {
                largest = Math.max(largest, joined(store, floods, key, half));
                half = floods.fresh();
            }
            atATenth = i == SOURCES / 10 ? largest : atATenth;
        }
        TallyState all = floods.stored(store.find(Objects.requireNonNull(key)).state());
        assertThat(floods.read(key, all).holds()).isTrue();
        assertThat(largest).isLessThan(atATenth + atATenth / 4);
        assertThat(kept.approximateNumEntries()).isEqualTo(2);
    }

    private static int joined(BehaviourStore store, TallyDetector floods, BehaviourKey key, TallyState half) {
        BehaviourEntry entry = store.find(key);
        byte[] before = entry.state();
        TallyState all = before.length == 0 ? floods.fresh() : floods.stored(before);
        all.join(floods.stored(half.bytes()));
        entry.state(all.bytes());
        store.put(key, entry, 1_700_000_000_000L, null);
        return entry.state().length;
    }

    /** The other way round: a sweep of very many servers, each of which is a subject of the second stage. */
    @Test
    void subjectsStayAsFewAsAllowedAndThoseThatWentEarlyAreCounted() {
        KeyValueStore<Bytes, byte[]> kept = Stores.inMemoryKeyValueStore("kept").get();
        DetectionStore store = new DetectionStore(kept, new Expiry(Duration.ofMinutes(10), 144, 2_000, MOST));
        DetectionStore.Owed owed = new DetectionStore.Owed(FlowFixtures.CAPTURE, 1);
        long most = 0;
        long early = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            IpAddress server = IpAddress.v4(i * 0x9E3779B1);
            BehaviourKey key = new BehaviourKey("office", "syn_flood", server, "", 20_000, 0);
            BehaviourEntry entry = store.behaviours().find(key);
            entry.touchedBy(FlowFixtures.CAPTURE);
            entry.state(new byte[] {1});
            store.behaviours().put(key, entry, 1_700_000_000_000L + i, owed);
            if (i % BLOCK == BLOCK - 1) {
                most = Math.max(most, kept.approximateNumEntries());
                early += store.relieve();
            }
        }
        assertThat(most).isLessThanOrEqualTo(MOST + SLACK);
        // A subject is an entry, its index and its debt to the end marker.
        assertThat(early + kept.approximateNumEntries() / 3).isEqualTo(SUBJECTS);
    }

    private static Flow syn(int number) {
        FlowKey key = ONE_SYN.key();
        Endpoint source = new Endpoint(IpAddress.v4(number * 0x9E3779B1), 1_024 + number % 60_000);
        FlowKey another = new FlowKey(key.transport(), key.ipProtocol(), source, key.responder(), List.of(), null);
        return new Flow(
                ONE_SYN.id(),
                ONE_SYN.origin(),
                another,
                ONE_SYN.span(),
                ONE_SYN.traffic(),
                ONE_SYN.ending(),
                ONE_SYN.application(),
                ONE_SYN.facts(),
                ONE_SYN.resolution(),
                ONE_SYN.activity());
    }
}
