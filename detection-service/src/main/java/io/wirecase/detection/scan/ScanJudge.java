package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.ScanStatistics;
import io.wirecase.core.measure.ScanStatistics.Summary;
import io.wirecase.core.measure.ScanStatistics.Walk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether an originator's contacts are a scan. Pure. */
public final class ScanJudge {

    private final ScanSettings settings;

    /** A judge with limits. */
    public ScanJudge(ScanSettings settings) {
        this.settings = settings;
    }

    /** The reading of a state that makes a scan, or empty. Cheap for the many that cannot. */
    public Optional<ScanReading> scan(ScanFamily family, ScanState state) {
        if (state.kept() < least(family) || unanswered(state) < least(family)) {
            return Optional.empty();
        }
        return Optional.of(read(family, state)).filter(ScanReading::scan);
    }

    /** The reading of a state, a scan or not. */
    public ScanReading read(ScanFamily family, ScanState state) {
        List<Contact> contacts = new ArrayList<>(state.kept());
        state.targets()
                .forEach((target, tries) -> contacts.add(
                        new Contact(target.host(), target.port(), tries.firstNanos(), tries.outcome(), tries.named())));
        if (family == ScanFamily.FLAGS) {
            Summary all = ScanStatistics.summary(contacts);
            boolean scan = all.ports() >= settings.minOddPorts() || all.pairs() >= settings.minWalkPairs();
            return reading(state, all, 0, scan);
        }
        Walk walk = ScanStatistics.walk(contacts, settings.model());
        boolean scan = scan(family, walk);
        return reading(state, scan ? walk.suspects() : ScanStatistics.summary(contacts), walk.peak(), scan);
    }

    private boolean scan(ScanFamily family, Walk walk) {
        Summary run = walk.run();
        Summary suspects = walk.suspects();
        if (run.explainedShare() >= settings.maxExplainedShare()) {
            return false;
        }
        if (family != ScanFamily.TCP) {
            // Silence is the usual answer of a host that is off and of a datagram's owner: only breadth tells.
            return suspects.pairs() >= settings.minPairs() && run.failureShare() >= settings.minSilentShare();
        }
        boolean failed = suspects.failed() >= settings.minWalkFailures();
        boolean byShare = suspects.pairs() >= settings.minPairs() && run.failureShare() >= settings.minFailureShare();
        boolean byWalk = suspects.pairs() >= settings.minWalkPairs()
                && walk.peak() >= settings.model().scanner();
        boolean halfOpen = suspects.empty() >= settings.minWalkPairs()
                && run.failed() + run.empty() >= settings.minFailureShare() * run.pairs();
        return failed && (byShare || byWalk) || halfOpen;
    }

    private int least(ScanFamily family) {
        return switch (family) {
            case FLAGS -> settings.minOddPorts();
            case TCP -> settings.minWalkFailures();
            case UDP, ICMP -> settings.minPairs() / 2;
        };
    }

    private static long unanswered(ScanState state) {
        return state.targets().values().stream()
                .filter(tries -> tries.outcome() != Contact.Outcome.ANSWERED)
                .count();
    }

    private static ScanReading reading(ScanState state, Summary contacts, double peak, boolean scan) {
        long attempts = 0;
        long packets = 0;
        long last = Long.MIN_VALUE;
        Map<ScanTechnique, Integer> techniques = new EnumMap<>(ScanTechnique.class);
        for (Contact contact : contacts.contacts()) {
            Tries tries = state.targets().get(new Target(contact.host(), contact.port()));
            if (tries != null) {
                attempts += tries.attempts();
                packets += tries.packets();
                last = Math.max(last, tries.lastNanos());
                techniques.merge(tries.technique(), 1, Integer::sum);
            }
        }
        return new ScanReading(
                scan,
                contacts,
                peak,
                most(techniques),
                attempts * state.scale(),
                packets * state.scale(),
                last,
                state.scale());
    }

    private static ScanTechnique most(Map<ScanTechnique, Integer> techniques) {
        return techniques.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(ScanTechnique.CONNECT);
    }
}
