package io.wirecase.report.hypothesis;

import io.wirecase.report.measurement.Connects;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Idle;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Races;
import java.util.ArrayList;
import java.util.List;

/** How a client went about it: racing, asking for a passage, staying, coming while nobody is there, trying logins. */
final class ConductEvidence {

    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.8;
    private static final double LONG_SECONDS = 600;
    private static final int MANY_TARGETS = 5;

    private final Measurement measured;
    private final Facts facts;
    private final Traits traits;
    private final List<Evidence> found = new ArrayList<>();

    private ConductEvidence(Measurement measured, Facts facts, Traits traits) {
        this.measured = measured;
        this.facts = facts;
        this.traits = traits;
    }

    static List<Evidence> find(Measurement measured, Facts facts, Traits traits) {
        ConductEvidence conduct = new ConductEvidence(measured, facts, traits);
        Measurement.Shape shape = measured.shape();
        if (shape != null && !measured.pattern().key().isBehaviour()) {
            conduct.times(shape);
            conduct.connections(shape);
            conduct.ports();
        }
        return conduct.found;
    }

    /** Whether a pattern's given-up connections are those of races. */
    static boolean raced(Measurement measured) {
        Measurement.Shape shape = measured.shape();
        if (shape == null || measured.pattern().key().isBehaviour()) {
            return false;
        }
        Races races = shape.races();
        return races.races() > 0 && races.givenUp() >= MOST * races.givenUpAll();
    }

    private void times(Measurement.Shape shape) {
        Idle idle = shape.idle();
        if (idle != null && idle.share() >= NEARLY_ALL) {
            add(
                    EvidenceKind.WHILE_IDLE,
                    "{idleStarts} of {flows} flows began with nothing else of the host within {idleGap}, which was"
                            + " used at {uses} other times.");
        }
        if (shape.durations().medianSeconds() >= LONG_SECONDS) {
            add(EvidenceKind.LONG_LIVED, "Connections stay open for {durationMedian} in the median.");
        }
    }

    private void connections(Measurement.Shape shape) {
        if (raced(measured)) {
            add(
                    EvidenceKind.RACED,
                    "{races} times connections were opened together, {raceConnections} in all; the client used one and"
                            + " gave up {raceGivenUp} before anything was said.");
        }
        if (traits.loginAttempts()) {
            add(
                    EvidenceKind.LOGIN_ATTEMPTS,
                    "{flows} sessions of {durationMedian} in the median went to the same service of administration.");
        }
        Connects connects = shape.connects();
        if (connects.flows() > 0) {
            String words = "{connects} flows ask the server to pass the connection on, the first name is"
                    + " {connectTarget}; {connectAccepted} were let through, in {connectTls} TLS follows inside; names"
                    + " asked of these servers: {proxyTargets}.";
            add(connects.serverTargets() >= MANY_TARGETS ? EvidenceKind.CONNECT_MANY : EvidenceKind.CONNECT_FEW, words);
        }
    }

    private void ports() {
        if (traits.networkService()) {
            add(EvidenceKind.NETWORK_SERVICE, "Most of the {flows} flows are names, addresses, time or discovery.");
        }
        if (traits.externalPeers() && traits.mostlyTo(Traits.PUSH_PORTS)) {
            add(EvidenceKind.PUSH_PORT, "Most of the {portFlows} flows went to ports of push channels ({mainPort}).");
        }
        if (traits.externalPeers() && traits.mostlyTo(Traits.MINING_PORTS)) {
            add(EvidenceKind.MINING_PORT, "Most of the {portFlows} flows went to ports of mining pools ({mainPort}).");
        }
        if (traits.callOrVpn()) {
            add(
                    EvidenceKind.CALL_OR_VPN,
                    "Most of the {flows} flows are of a protocol of calls, peers or private networks.");
        }
    }

    private void add(EvidenceKind kind, String template) {
        found.add(new Evidence(kind, facts.say(template)));
    }
}
