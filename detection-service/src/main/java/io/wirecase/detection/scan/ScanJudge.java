package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.ScanStatistics;
import io.wirecase.core.measure.ScanStatistics.Summary;
import io.wirecase.core.measure.ScanStatistics.Walk;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.scan.ScanState.Announced;
import io.wirecase.detection.scan.ScanState.Counters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides whether an originator's contacts are a scan. Pure. */
public final class ScanJudge {

    /** An alert is revised when the scan has grown by this factor, so that a long scan makes few records. */
    private static final int GROWTH = 2;

    /** A state is judged again when so small a part of its failures is new. */
    private static final int FRESH = 8;

    private final ScanSettings settings;

    /** A judge with limits. */
    public ScanJudge(ScanSettings settings) {
        this.settings = settings;
    }

    /** Whether a state could be a scan at all: cheap, and no for nearly all. */
    public boolean plausible(ScanFamily family, ScanState state) {
        int least = least(family);
        return state.counters().kept() >= least && state.counters().unanswered() >= least;
    }

    /**
     * The reading of a state that makes a scan, or empty: where it does not, or where too little came since it was
     * judged last for the answer to have changed. What this leaves open is judged at the end of the capture.
     */
    public Optional<ScanReading> scan(ScanFamily family, ScanState state) {
        if (!plausible(family, state) || !news(state)) {
            return Optional.empty();
        }
        state.judged();
        return Optional.of(read(family, state)).filter(ScanReading::scan);
    }

    private static boolean news(ScanState state) {
        Counters counters = state.counters();
        return counters.unjudged() >= Math.max(1, counters.unanswered() / FRESH)
                && counters.kept() * state.scale()
                        >= (long) GROWTH * state.announced().pairs();
    }

    /** Whether a reading says so much more than what was said that it is said again. */
    public static boolean due(ScanReading reading, Announced announced) {
        return announced.pairs() == 0 || reading.distinctPairs() >= (long) GROWTH * announced.pairs();
    }

    /** The reading of a state, a scan or not. */
    public ScanReading read(ScanFamily family, ScanState state) {
        return read(family, state.scale(), state.targets());
    }

    /**
     * The reading of several days' states of one originator together, a scan or not: what no day tells alone. Where any
     * of them is a sample, so is the whole.
     */
    public ScanReading together(List<ScanState> days) {
        long scale = days.stream().mapToLong(ScanState::scale).max().orElse(1);
        Map<Target, Tries> targets = new HashMap<>();
        for (ScanState day : days) {
            day.targets().forEach((target, tries) -> {
                if (Long.numberOfLeadingZeros(target.hash()) >= Long.numberOfTrailingZeros(scale)) {
                    targets.merge(target, tries, Tries::with);
                }
            });
        }
        return read(ScanFamily.DAYS, scale, targets);
    }

    private ScanReading read(ScanFamily family, long scale, Map<Target, Tries> targets) {
        List<Contact> contacts = new ArrayList<>(targets.size());
        targets.forEach((target, tries) -> contacts.add(
                new Contact(target.host(), target.port(), tries.firstNanos(), tries.outcome(), tries.named())));
        return switch (family) {
            case FLAGS -> {
                Summary all = ScanStatistics.summary(contacts);
                boolean scan = all.ports() >= settings.minOddPorts() || all.pairs() >= settings.minWalkPairs();
                yield reading(family, scale, targets, all, 0, scan);
            }
            case STRAY -> {
                List<Contact> broad = ofManyPorts(contacts);
                boolean scan = !broad.isEmpty();
                Summary summary = ScanStatistics.summary(scan ? broad : contacts);
                yield reading(family, scale, targets, summary, 0, scan);
            }
            case TCP, UDP, ICMP -> {
                List<Contact> probed = family == ScanFamily.UDP ? Flooded.without(contacts, targets, scale) : contacts;
                Walk walk = ScanStatistics.walk(probed, settings.model());
                boolean scan = scan(family, walk);
                Summary summary = scan ? walk.suspects() : ScanStatistics.summary(contacts);
                yield reading(family, scale, targets, summary, walk.peak(), scan);
            }
            case DAYS -> {
                Days days = Days.of(contacts, scale, settings);
                yield reading(family, scale, targets, days.contacts(), days.peak(), days.scan());
            }
        };
    }

    /**
     * The contacts with hosts of which many ports were tried. One port of many hosts is what a machine that wakes up
     * sends to its old connections.
     */
    private List<Contact> ofManyPorts(List<Contact> contacts) {
        Map<IpAddress, Long> ports =
                contacts.stream().collect(Collectors.groupingBy(Contact::host, Collectors.counting()));
        return contacts.stream()
                .filter(contact -> ports.getOrDefault(contact.host(), 0L) >= settings.minWalkPairs())
                .toList();
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
        if (Peers.are(suspects) && run.failureShare() < settings.minSilentShare()) {
            return false;
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
            case TCP, DAYS -> settings.minWalkFailures();
            case STRAY -> settings.minWalkPairs();
            case UDP, ICMP -> settings.minPairs() / 2;
        };
    }

    private static ScanReading reading(
            ScanFamily family, long scale, Map<Target, Tries> targets, Summary contacts, double peak, boolean scan) {
        long attempts = 0;
        long packets = 0;
        long last = Long.MIN_VALUE;
        for (Contact contact : contacts.contacts()) {
            Tries tries = targets.get(new Target(contact.host(), contact.port()));
            if (tries != null) {
                attempts += tries.attempts();
                packets += tries.packets();
                last = Math.max(last, tries.lastNanos());
            }
        }
        Probes probes = Probes.of(family, contacts, targets);
        return new ScanReading(scan, contacts, peak, probes, attempts * scale, packets * scale, last, scale);
    }
}
