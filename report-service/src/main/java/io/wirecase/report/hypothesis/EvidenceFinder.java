package io.wirecase.report.hypothesis;

import io.wirecase.core.measure.Timing;
import io.wirecase.core.measure.TimingClass;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Outcome;
import io.wirecase.report.measurement.Returns;
import io.wirecase.report.measurement.Volumes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds evidence in what was measured. What the capture cannot show is no evidence, neither for nor against.
 */
public final class EvidenceFinder {

    private static final double NEARLY_ALL = 0.9;
    private static final double SOME = 0.1;
    private static final int RETRIES = 3;
    private static final long UPLOAD_BYTES = 1_000_000;
    /** Less says nothing of an upload or a download: a handshake with certificates has a few kilobytes. */
    private static final long SOME_BYTES = 100_000;

    private static final int SHARED_HOSTS = 3;
    private static final int ENOUGH_HOSTS = 5;
    private static final double KNOWN_DAYS = 7;

    private final Measurement measured;
    private final Facts facts;
    private final Traits traits;
    private final List<Evidence> found = new ArrayList<>();

    private EvidenceFinder(Measurement measured, Facts facts) {
        this.measured = measured;
        this.facts = facts;
        this.traits = new Traits(measured);
    }

    /** The evidence in a measurement whose claims are stated, by group. */
    public static List<Evidence> find(Measurement measured, Facts facts) {
        EvidenceFinder finder = new EvidenceFinder(measured, facts);
        finder.found.addAll(IdentityEvidence.find(measured, facts, finder.traits));
        finder.timing();
        finder.volume();
        finder.outcome();
        finder.context();
        finder.found.addAll(ContentEvidence.find(measured, facts, finder.traits));
        finder.found.addAll(ConductEvidence.find(measured, facts, finder.traits));
        finder.found.addAll(BehaviourEvidence.find(measured, facts));
        return onceEach(finder.found);
    }

    /** By group, each kind once: the first that found it says it. */
    private static List<Evidence> onceEach(List<Evidence> found) {
        Set<EvidenceKind> seen = EnumSet.noneOf(EvidenceKind.class);
        return found.stream()
                .filter(e -> seen.add(e.kind()))
                .sorted(Comparator.comparing(e -> e.kind().group()))
                .toList();
    }

    private void timing() {
        Timing timing = measured.timing();
        switch (timing.type()) {
            case PERIODIC, PERIODIC_WITH_GAPS, MULTI_PERIODIC ->
                add(
                        EvidenceKind.PERIODIC,
                        "The starts are {class}: one every {period}, with a jitter of {jitterSeconds}"
                                + " ({jitter} of the period) and {missed} of"
                                + " {beats} beats missed, over {episodes} starts in {span}.");
            case BURSTY ->
                add(EvidenceKind.BURSTS, "The starts are {class}: {episodes} starts in {span}, unevenly spread.");
            case BURST_RETRY, BACKOFF -> {
                // Raced connections come in bursts too, and are no retries.
                boolean raced = timing.type() == TimingClass.BURST_RETRY && ConductEvidence.raced(measured);
                add(
                        raced ? EvidenceKind.BURSTS : EvidenceKind.RETRY,
                        "The starts are {class}: {episodes} separate starts in {span}.");
            }
            case IRREGULAR, REGULAR_APERIODIC, DIURNAL ->
                add(EvidenceKind.APERIODIC, "The starts are {class}: no period over {episodes} starts in {span}.");
            case INSUFFICIENT, NTP_LIKE -> {
                // Too little to say anything, and a poll that adapts its pace, count neither way.
            }
        }
    }

    private void volume() {
        Measurement.Shape shape = measured.shape();
        if (shape == null) {
            return;
        }
        Volumes volumes = shape.volumes();
        if (traits.fixedSize()) {
            add(
                    EvidenceKind.FIXED_SIZE,
                    "Within {tolerance} of the median are {upPayloadAlike} of {flows} flows client to server (median"
                            + " {upPayloadMedian}) and {downPayloadAlike} server to client (median"
                            + " {downPayloadMedian}).");
        }
        Double symmetry = volumes.symmetry().value();
        if (symmetry == null) {
            return;
        }
        long up = volumes.originator().payload().volume().total();
        if (symmetry > 0.5 && up >= SOME_BYTES) {
            add(
                    up >= UPLOAD_BYTES ? EvidenceKind.UPLOAD_HEAVY : EvidenceKind.UPLOAD_MORE,
                    "Most payload went client to server: {upPayloadTotal} against {downPayloadTotal}"
                            + " (symmetry {symmetry}).");
        }
        if (symmetry < -0.5 && volumes.responder().payload().volume().total() >= SOME_BYTES) {
            add(
                    EvidenceKind.DOWNLOAD_HEAVY,
                    "Most payload went server to client: {downPayloadTotal} against {upPayloadTotal}"
                            + " (symmetry {symmetry}).");
        }
    }

    private void outcome() {
        int n = measured.flows().size();
        if (traits.scan()) {
            add(
                    EvidenceKind.MANY_TARGETS_FAILED,
                    "{targetPairs} pairs of address and port were tried on {targetHosts} addresses;"
                            + " {refused} attempts were"
                            + " refused, {silent} met silence and {empty} opened without an answer in payload.");
            return;
        }
        if (n == 0 || traits.toGroup() || measured.pattern().key().isBehaviour()) {
            return;
        }
        double failed = failedShare();
        if (failed >= NEARLY_ALL) {
            allFailed();
        } else if (failed >= SOME) {
            add(
                    EvidenceKind.PARTLY_FAILED,
                    "Of {flows} attempts {refused} were refused, {silent} met silence and {answered} were answered.");
        } else if ((double) measured.count(Outcome.ANSWERED) / n >= NEARLY_ALL) {
            add(EvidenceKind.ANSWERED, "{answered} of {flows} flows were answered.");
        }
    }

    private void allFailed() {
        Measurement.Shape shape = measured.shape();
        if (shape == null || shape.ports().oneService()) {
            boolean again = measured.failed() >= RETRIES;
            add(
                    again ? EvidenceKind.FAILED_RETRIES : EvidenceKind.FAILED_ONCE,
                    again
                            ? "Of {flows} attempts at the same service {refused} were refused and {silent} met silence."
                            : "Of {flows} attempts {refused} were refused and {silent} met silence.");
        } else {
            add(
                    EvidenceKind.FAILED_ONCE,
                    "Of {flows} attempts at {serverPorts} ports {refused} were refused and {silent} met silence.");
        }
    }

    private double failedShare() {
        return (double) measured.failed() / measured.flows().size();
    }

    private void context() {
        if (traits.toGroup()) {
            add(EvidenceKind.GROUP_DESTINATION, "Everything was sent to group addresses, from which no answer comes.");
            return;
        }
        if (traits.internalPeers()) {
            add(EvidenceKind.INTERNAL_PEER, "The other end ({entity}) is internal.");
        }
        if (traits.adminPorts()) {
            add(EvidenceKind.ADMIN_PORT, "Most of the {portFlows} flows went to ports of remote administration.");
        }
        if (traits.externalPeers() && measured.history().peerHosts() >= SHARED_HOSTS) {
            add(
                    EvidenceKind.SHARED_PEER,
                    "{peerHosts} of {siteHosts} hosts of the site exchange flows with the same servers.");
        } else if (traits.externalPeers()
                && measured.history().siteHosts() >= ENOUGH_HOSTS
                && measured.history().peerHosts() == 1) {
            add(EvidenceKind.ONLY_HOST, "{peerHosts} of {siteHosts} hosts of the site talks to these servers.");
        }
        if (traits.scan()) {
            if (Returns.of(measured.flows()).most()) {
                add(
                        EvidenceKind.LONG_KNOWN,
                        "{targetsAgain} of {targetPairs} pairs of address and port were tried again a week or more"
                                + " after the first time.");
            }
        } else if (traits.knownDays() >= KNOWN_DAYS && (measured.flows().isEmpty() || failedShare() < NEARLY_ALL)) {
            add(EvidenceKind.LONG_KNOWN, "The host has talked to these servers for {knownDays}.");
        }
    }

    private void add(EvidenceKind kind, String template) {
        Prose statement = facts.say(template);
        found.add(new Evidence(kind, statement));
    }
}
