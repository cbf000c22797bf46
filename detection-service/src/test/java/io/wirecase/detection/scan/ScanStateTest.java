package io.wirecase.detection.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.Contact.Outcome;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.Ids;
import io.wirecase.detection.behaviour.Upkeep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScanStateTest {

    private static final UUID CAPTURE = Ids.capture(null, "00");

    @Test
    void everyOrderOfContactsEndsInTheSameStateBelowAndBeyondTheCap() {
        for (int targets : new int[] {20, 300, 3_000}) {
            List<ScanContact> contacts = contacts(targets);
            Map<Target, Tries> expected = fold(contacts, 1_000).targets();
            List<Long> examples = fold(contacts, 1_000).shown();
            Random chance = new Random(targets);
            for (int i = 0; i < 10; i++) {
                Collections.shuffle(contacts, chance);
                assertThat(fold(contacts, 1_000).targets()).isEqualTo(expected);
                assertThat(fold(contacts, 1_000).shown()).isEqualTo(examples);
            }
        }
    }

    @Test
    void storedAndReadAfterEveryContactItIsTheSameState() {
        List<ScanContact> contacts = contacts(400);
        Map<Integer, byte[]> chunks = new HashMap<>();
        byte[] head = ScanStateCodec.encodeHead(new ScanState());
        for (ScanContact contact : contacts) {
            ScanState state = ScanStateCodec.decode(head, chunks::get);
            state.add(contact, CAPTURE, 256);
            chunks.putAll(state.changedChunks());
            state.upkeep(new Upkeep(7, CAPTURE, 3));
            head = ScanStateCodec.encodeHead(state);
        }
        ScanState stored = ScanStateCodec.decode(head, chunks::get);
        ScanState whole = fold(contacts, 256);
        assertThat(stored.targets()).isEqualTo(whole.targets());
        assertThat(stored.counters()).isEqualTo(whole.counters());
        assertThat(stored.shown()).isEqualTo(whole.shown());
        assertThat(stored.captures()).containsExactly(CAPTURE);
        assertThat(stored.upkeep()).isEqualTo(new Upkeep(7, CAPTURE, 3));
    }

    @Test
    void oneContactChangesOneChunk() {
        ScanState state = fold(contacts(300), 4_096);
        Map<Integer, byte[]> chunks = state.changedChunks();
        ScanState again = ScanStateCodec.decode(ScanStateCodec.encodeHead(state), chunks::get);
        again.add(contacts(1).getFirst(), CAPTURE, 4_096);
        assertThat(chunks.size()).isGreaterThan(4);
        assertThat(again.changedChunks()).hasSize(1);
    }

    @Test
    void beyondTheCapTheNumberOfTargetsIsEstimated() {
        ScanState state = fold(contacts(50_000), 4_096);
        Set<Target> kept = new HashSet<>(state.targets().keySet());
        assertThat(kept).hasSizeLessThanOrEqualTo(4_096).hasSizeGreaterThan(1_500);
        assertThat((double) kept.size() * state.scale()).isCloseTo(50_000, within(5_000.0));
    }

    @Test
    void theBestOutcomeOfATargetCounts() {
        ScanState state = new ScanState();
        state.add(contact(1, Outcome.SILENT), CAPTURE, 10);
        state.add(contact(1, Outcome.ANSWERED), CAPTURE, 10);
        state.add(contact(1, Outcome.REFUSED), CAPTURE, 10);
        assertThat(state.targets().values()).singleElement().satisfies(tries -> {
            assertThat(tries.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(tries.attempts()).isEqualTo(3);
        });
        assertThat(state.counters().unanswered()).isZero();
    }

    private static ScanState fold(List<ScanContact> contacts, int maxPairs) {
        ScanState state = new ScanState();
        contacts.forEach(contact -> state.add(contact, CAPTURE, maxPairs));
        return state;
    }

    private static List<ScanContact> contacts(int targets) {
        List<ScanContact> contacts = new ArrayList<>();
        Outcome[] outcomes = Outcome.values();
        for (int i = 0; i < targets; i++) {
            contacts.add(contact(i, outcomes[i * 7 % outcomes.length]));
            if (i % 5 == 0) {
                contacts.add(contact(i, outcomes[i * 3 % outcomes.length]));
            }
        }
        return contacts;
    }

    private static ScanContact contact(int number, Outcome outcome) {
        IpAddress host = number % 3 == 0 ? IpAddress.v6(1, number) : IpAddress.v4(number);
        return new ScanContact(
                ScanFamily.TCP,
                host,
                number % 11 == 0 ? Contact.NO_PORT : number % 65_536,
                1_000L * number,
                outcome,
                number % 2 == 0,
                ScanTechnique.CONNECT,
                SynMark.values()[number % SynMark.values().length],
                3,
                0x9E3779B97F4A7C15L * (number * 10L + outcome.ordinal()));
    }
}
