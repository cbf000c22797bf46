package io.wirecase.detection.scan;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.ScanShape;
import io.wirecase.core.measure.ScanStatistics.Summary;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.Ids;
import io.wirecase.detection.behaviour.Examples;
import io.wirecase.detection.scan.Patience.Window;
import io.wirecase.detection.tally.AddressSample;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words a reading as an alert. Pure. */
public final class ScanAlerts {

    /** What the field's engines give a detected scan. */
    static final int POINTS = 100;

    private static final double NANOS = 1e9;
    private static final String RAISED_BY = "detection";
    private static final String ATTACK_VERSION = "19";
    private static final Technique DISCOVERY = new Technique("T1046", "Network Service Discovery", ATTACK_VERSION);
    private static final Technique SYSTEMS = new Technique("T1018", "Remote System Discovery", ATTACK_VERSION);
    private static final Technique ACTIVE = new Technique("T1595", "Active Scanning", ATTACK_VERSION);

    private final ScanSettings settings;
    private final Networks networks;

    /** Wording with the limits to name and the networks that tell inside from outside. */
    public ScanAlerts(ScanSettings settings, Networks networks) {
        this.settings = settings;
        this.networks = networks;
    }

    /** The id of a key's alert: the same whatever shape the scan takes on. */
    public static UUID id(ScanKey key) {
        return Ids.alert(key.site(), key.alertFamily(), subject(key, null), key.bucket());
    }

    /**
     * The alert of a reading.
     *
     * @param reading what the contacts amount to
     * @param revision its revision, from 1
     * @param captures the captures it draws on, the one that brought it last
     * @param examples flows of the scan; those outside the reading are left out
     */
    public Alert alert(ScanKey key, ScanReading reading, int revision, List<UUID> captures, List<Flow> examples) {
        Summary contacts = reading.contacts();
        ScanShape shape = contacts.shape();
        String code = reading.code(settings);
        Finding finding = finding(key.family(), code, reading);
        List<Finding> findings = List.of(finding);
        return new Alert(
                id(key),
                revision,
                status(reading, revision),
                code,
                key.site(),
                captures,
                firstNanos(contacts),
                subject(key, onlyHost(contacts)),
                findings,
                Scores.total(findings),
                new Alert.Evidence(null, behaviour(key, reading, examples)),
                techniques(key, contacts, shape));
    }

    private static Alert.Status status(ScanReading reading, int revision) {
        if (!reading.scan()) {
            return Alert.Status.WITHDRAWN;
        }
        return revision == 1 ? Alert.Status.OPEN : Alert.Status.UPDATED;
    }

    private Finding finding(ScanFamily family, String code, ScanReading reading) {
        String what = switch (reading.contacts().shape()) {
            case VERTICAL -> "Many ports of few hosts tried";
            case HORIZONTAL -> "Few ports of many hosts tried";
            case BLOCK -> "A block of hosts and ports tried";
            case RANDOM -> "Scattered hosts and ports tried";
        };
        String how = switch (family) {
            case FLAGS -> " with flags that open no connection";
            case STRAY -> " with packets that belong to no connection";
            case TCP, DAYS ->
                reading.contacts().failed() > reading.contacts().empty()
                        ? ", most in vain"
                        : ", most without a word exchanged";
            case UDP, ICMP -> ", most unanswered";
        };
        String pace =
                family == ScanFamily.DAYS ? ", a few a day" : code.equals(ScanReading.SLOW) ? ", a few at a time" : "";
        return new Finding(code, POINTS, Side.CLIENT, 100, what + how + pace, null, limit(family), RAISED_BY);
    }

    private String limit(ScanFamily family) {
        return switch (family) {
            case FLAGS -> settings.minOddPorts() + " ports";
            case STRAY -> settings.minWalkPairs() + " ports of a host";
            case TCP ->
                "failure share of " + settings.minFailureShare() + " over " + settings.minPairs()
                        + " targets, or a random walk's verdict over " + settings.minWalkPairs();
            case DAYS ->
                "a random walk's verdict over " + settings.minWalkPairs() + " targets of several days, or "
                        + settings.patience().windows().getLast().targets() + " failures within "
                        + settings.patience().days() + " days";
            case UDP, ICMP ->
                "failure share of " + settings.minSilentShare() + " over " + settings.minPairs() + " targets";
        };
    }

    private Behaviour behaviour(ScanKey key, ScanReading reading, List<Flow> examples) {
        long first = firstNanos(reading.contacts());
        List<Flow> shown = examples.stream()
                .filter(flow -> flow.span().startNanos() >= first && flow.span().startNanos() <= reading.lastNanos())
                .sorted(Examples.BY_TIME)
                .limit(Behaviour.MAX_EXAMPLES)
                .toList();
        return new Behaviour(
                reading.technique().code(),
                first,
                reading.lastNanos(),
                reading.attempts(),
                reading.packets(),
                measures(key.family(), reading, first),
                shown,
                reading.probes().toolGuess(),
                List.of(),
                roles(key, reading.contacts()));
    }

    /** Who tried whom. */
    private static List<RoleOf> roles(ScanKey key, Summary contacts) {
        AddressSample targets = new AddressSample();
        contacts.contacts().forEach(contact -> targets.add(contact.host()));
        List<RoleOf> roles = new ArrayList<>();
        roles.add(new RoleOf(Role.ATTACKER, key.originator()));
        targets.addresses().forEach(target -> roles.add(new RoleOf(Role.VICTIM, target)));
        return roles;
    }

    private List<Measure> measures(ScanFamily family, ScanReading reading, long first) {
        Summary contacts = reading.contacts();
        long scale = reading.scale();
        boolean walked = family != ScanFamily.FLAGS && family != ScanFamily.STRAY;
        List<Measure> measures = new ArrayList<>(List.of(
                new Measure(
                        "distinctPairs",
                        reading.distinctPairs(),
                        "pairs",
                        walked ? (double) settings.minPairs() : null),
                new Measure("distinctHosts", contacts.hosts(), "hosts", null),
                new Measure("distinctPorts", contacts.ports(), "ports", leastPorts(family)),
                new Measure("attempts", reading.attempts(), "flows", null),
                new Measure("span", (reading.lastNanos() - first) / NANOS, "s", null),
                new Measure("countedPairs", contacts.pairs(), "pairs", null)));
        measures.addAll(paced(reading, reading.code(settings).equals(ScanReading.SLOW)));
        measures.addAll(walked ? walked(family, reading) : List.of());
        measures.addAll(probed(reading.probes(), scale));
        return measures;
    }

    private @Nullable Double leastPorts(ScanFamily family) {
        return switch (family) {
            case FLAGS -> (double) settings.minOddPorts();
            case STRAY -> (double) settings.minWalkPairs();
            case TCP, UDP, ICMP, DAYS -> null;
        };
    }

    /** How many within how long; of a scan that takes its time also where it is going and when it is there. */
    private List<Measure> paced(ScanReading reading, boolean slow) {
        Pace pace = reading.pace();
        List<Measure> measures = new ArrayList<>();
        for (Window window : settings.patience().windows()) {
            if (slow || window.length().equals(ScanReading.MINUTES)) {
                double most = (double) pace.most(window.length());
                measures.add(new Measure(window.measure(), most, "pairs", slow ? (double) window.targets() : null));
            }
        }
        if (slow) {
            pace.perHour().ifPresent(rate -> measures.add(new Measure("targetsAnHour", rate, "pairs/h", null)));
            measures.add(new Measure("orderByChance", pace.order().p(), "probability", null));
            pace.hoursLeft().ifPresent(hours -> measures.add(new Measure("hoursLeft", hours, "h", null)));
        }
        return measures;
    }

    /** What first contacts came to. */
    private List<Measure> walked(ScanFamily family, ScanReading reading) {
        Summary contacts = reading.contacts();
        boolean tcp = family == ScanFamily.TCP || family == ScanFamily.DAYS;
        return List.of(
                new Measure("failedPairs", (double) contacts.failed() * reading.scale(), "pairs", (double)
                        settings.minWalkFailures()),
                new Measure(
                        "failureShare",
                        contacts.failureShare(),
                        "share",
                        tcp ? settings.minFailureShare() : settings.minSilentShare()),
                new Measure("emptyPairs", (double) contacts.empty() * reading.scale(), "pairs", null),
                new Measure("dnsPrecededShare", contacts.namedShare(), "share", null),
                new Measure(
                        "logLikelihoodRatio",
                        reading.logLikelihoodRatio(),
                        "nats",
                        settings.model().scanner()));
    }

    /** Handshakes where there were any; the techniques where there were several. */
    private static List<Measure> probed(Probes probes, long scale) {
        List<Measure> measures = new ArrayList<>();
        if (probes.halfOpen() + probes.completed() > 0) {
            measures.add(new Measure("halfOpenPairs", (double) probes.halfOpen() * scale, "pairs", null));
            measures.add(new Measure("completedPairs", (double) probes.completed() * scale, "pairs", null));
        }
        if (probes.byTechnique().size() > 1 && !probes.byTechnique().containsKey(ScanTechnique.SYN)) {
            new TreeMap<>(probes.byTechnique())
                    .forEach((technique, pairs) -> measures.add(
                            new Measure(technique.code() + "Pairs", (double) pairs * scale, "pairs", null)));
        }
        return measures;
    }

    private List<Technique> techniques(ScanKey key, Summary contacts, ScanShape shape) {
        boolean fromOutside = !networks.internal(key.originator());
        boolean toUs = contacts.contacts().stream().anyMatch(contact -> networks.internal(contact.host()));
        if (fromOutside && toUs) {
            return List.of(ACTIVE);
        }
        return shape == ScanShape.VERTICAL ? List.of(DISCOVERY) : List.of(DISCOVERY, SYSTEMS);
    }

    private static Subject subject(ScanKey key, @Nullable IpAddress peer) {
        return new Subject(Subject.Type.HOST, key.originator(), peer, null);
    }

    private static @Nullable IpAddress onlyHost(Summary contacts) {
        return contacts.hosts() == 1 ? contacts.contacts().getFirst().host() : null;
    }

    private static long firstNanos(Summary contacts) {
        List<Contact> all = contacts.contacts();
        return all.isEmpty() ? 0 : all.getFirst().firstNanos();
    }
}
