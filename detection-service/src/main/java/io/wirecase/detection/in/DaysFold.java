package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.Examples;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.scan.ScanFamily;
import io.wirecase.detection.scan.ScanKey;
import io.wirecase.detection.scan.ScanReading;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.scan.ScanState;
import io.wirecase.detection.store.DetectionStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at days of one originator together, where no day alone tells of a scan. Nothing is counted twice: the states of
 * the days are read again when their flows are through. An alert belongs to the stretch of days in which its last
 * target was tried, and looks back as far as such a stretch is long.
 */
final class DaysFold {

    /** Fewer targets in vain than this a day are not worth a look back; a scan of a week has a day with more. */
    private static final int WORTH = 2;

    private final Detection detection;
    private final DetectionStore store;
    private final ScanSettings settings;

    DaysFold(Detection detection, DetectionStore store) {
        this.detection = detection;
        this.store = store;
        this.settings = detection.settings();
    }

    /** Whether a day may be part of a scan that takes days. */
    static boolean worth(ScanKey key, ScanState day) {
        return key.family() == ScanFamily.TCP && day.unanswered() >= WORTH;
    }

    /** How much longer than others such a day is kept, in milliseconds. */
    long patience() {
        return settings.bucket().toMillis() * settings.patience().days();
    }

    /** Judges what these days are part of. */
    void judge(List<ScanKey> days, Sent sent, long arrivalMillis) {
        int length = settings.patience().days();
        Set<ScanKey> stretches = new LinkedHashSet<>();
        for (ScanKey day : days) {
            long number = Math.floorDiv(day.bucket(), length);
            stretches.add(day.of(ScanFamily.DAYS, number));
            stretches.add(day.of(ScanFamily.DAYS, number + 1));
        }
        stretches.forEach(stretch -> judgeOne(stretch, sent, arrivalMillis));
    }

    private void judgeOne(ScanKey stretch, Sent sent, long arrivalMillis) {
        List<ScanKey> keys = days(stretch);
        List<ScanState> days = keys.stream().map(store::scan).toList();
        ScanState said = store.scan(stretch);
        int unanswered = days.stream().mapToInt(ScanState::unanswered).sum();
        if (unanswered < settings.minWalkPairs() && said.announced().revision() == 0) {
            return;
        }
        ScanReading reading = detection.scans().together(days);
        boolean told = days.stream().anyMatch(day -> day.announced().pairs() > 0);
        if (told || !endsIn(stretch, reading)) {
            reading = reading.withheld();
        }
        if (reading.scan() || said.announced().pairs() > 0) {
            sent.send(detection
                    .wording()
                    .alert(stretch, reading, said.announced().revision() + 1, captures(days), examples(keys)));
            said.announce(reading.scan() ? reading.distinctPairs() : 0);
            store.put(stretch, said, arrivalMillis + patience(), null);
        }
    }

    /** The days of a stretch and as many before. */
    private List<ScanKey> days(ScanKey stretch) {
        int length = settings.patience().days();
        List<ScanKey> keys = new ArrayList<>();
        for (int day = 1 - length; day < length; day++) {
            keys.add(stretch.of(ScanFamily.TCP, stretch.bucket() * length + day));
        }
        return keys;
    }

    private boolean endsIn(ScanKey stretch, ScanReading reading) {
        if (!reading.scan()) {
            return false;
        }
        long last = reading.contacts().contacts().getLast().firstNanos();
        return Math.floorDiv(settings.bucketOf(last), settings.patience().days()) == stretch.bucket();
    }

    private static List<UUID> captures(List<ScanState> days) {
        Set<UUID> captures = new LinkedHashSet<>();
        days.forEach(day -> captures.addAll(day.captures()));
        List<UUID> all = List.copyOf(captures);
        return all.subList(Math.max(0, all.size() - ScanState.MAX_CAPTURES), all.size());
    }

    private List<Flow> examples(List<ScanKey> days) {
        Examples examples = new Examples();
        days.forEach(day -> examples.addAll(store.examples(day)));
        return examples.flows();
    }
}
