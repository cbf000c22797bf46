package io.wirecase.detection.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.scan.ScanContact;
import io.wirecase.detection.scan.ScanFamily;
import io.wirecase.detection.scan.ScanJudge;
import io.wirecase.detection.scan.ScanKey;
import io.wirecase.detection.scan.ScanReading;
import io.wirecase.detection.scan.ScanState;
import io.wirecase.detection.scan.ScanState.Announced;
import io.wirecase.detection.scan.ScanState.Attempts;
import io.wirecase.detection.store.DetectionStore;
import io.wirecase.detection.store.DetectionStore.Owed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds contacts into the state of their originators: one read and one write for a key and block. */
final class ScanFold {

    private final Detection detection;
    private final DetectionStore store;
    private final @Nullable RetryTeller retries;
    private final DaysFold days;

    ScanFold(Detection detection, DetectionStore store, @Nullable RetryTeller retries) {
        this.detection = detection;
        this.store = store;
        this.retries = retries;
        this.days = new DaysFold(detection, store);
    }

    /** A contact and the flow it was read from. */
    record Try(ScanContact contact, Flow flow) {}

    /** The contacts of a block, by whose they are. */
    static final class Batch {
        private final Map<ScanKey, List<Try>> byKey = new LinkedHashMap<>();

        void add(ScanKey key, Try one) {
            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
        }

        Map<ScanKey, List<Try>> byKey() {
            return byKey;
        }
    }

    /** Folds the contacts of one key in and sends its alert if it is due. */
    void fold(ScanKey key, List<Try> tries, FlowBlock block, Sent sent, long arrivalMillis) {
        ScanState state = store.scan(key);
        List<Flow> shown = new ArrayList<>();
        for (Try one : tries) {
            Optional<Attempts> before = retries == null ? Optional.empty() : state.attempts(one.contact());
            if (state.add(one.contact(), block.captureId(), detection.settings().maxPairs())) {
                shown.add(one.flow());
            }
            if (retries != null && key.family() == ScanFamily.TCP) {
                retries.tell(one.flow(), before, state.attempts(one.contact()));
            }
        }
        if (!shown.isEmpty()) {
            store.addExamples(key, shown);
        }
        Optional<ScanReading> reading = detection.scans().scan(key.family(), state);
        if (reading.isPresent() && ScanJudge.due(reading.get(), state.announced())) {
            sent.send(alert(key, state, reading.get()));
            state.announce(reading.get().distinctPairs());
        }
        boolean open = state.announced().outdated()
                || detection.scans().plausible(key.family(), state)
                || DaysFold.worth(key, state);
        Owed owed = open ? new Owed(block.captureId(), block.revision()) : null;
        store.put(key, state, keptAsIf(key, state, arrivalMillis), owed);
    }

    /** What may be a part of something longer is kept longer. */
    private long keptAsIf(ScanKey key, ScanState state, long arrivalMillis) {
        return DaysFold.worth(key, state) ? arrivalMillis + days.patience() : arrivalMillis;
    }

    /** Sends the final counts of every alert whose last contacts came from a capture that has ended. */
    void settle(EndMarker marker, Sent sent, long arrivalMillis) {
        List<ScanKey> patient = new ArrayList<>();
        for (ScanKey key : store.owed(marker.captureId(), marker.revision())) {
            ScanState state = store.scan(key);
            if (state.announced().revision() > 0 || detection.scans().plausible(key.family(), state)) {
                settle(key, state, sent);
            }
            if (DaysFold.worth(key, state)) {
                patient.add(key);
            }
            state.settle();
            store.put(key, state, keptAsIf(key, state, arrivalMillis), null);
        }
        days.judge(patient, sent, arrivalMillis);
    }

    private void settle(ScanKey key, ScanState state, Sent sent) {
        ScanReading reading = detection.scans().read(key.family(), state);
        Announced announced = state.announced();
        boolean more = announced.pairs() == 0 ? reading.scan() : announced.outdated();
        if (more) {
            sent.send(alert(key, state, reading));
            state.announce(reading.scan() ? reading.distinctPairs() : 0);
        }
    }

    private Alert alert(ScanKey key, ScanState state, ScanReading reading) {
        return detection
                .wording()
                .alert(key, reading, state.announced().revision() + 1, state.captures(), store.examples(key));
    }
}
