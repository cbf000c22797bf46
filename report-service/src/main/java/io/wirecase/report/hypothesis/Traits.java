package io.wirecase.report.hypothesis;

import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.Locality;
import io.wirecase.report.input.History;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.HttpContent;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Outcome;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.PatternKey;
import java.util.List;
import java.util.Set;

/** Plain questions about a measurement that more than one kind of evidence asks. */
final class Traits {

    /** SSH, Telnet, RPC, NetBIOS, SMB, RDP, WinRM. */
    private static final Set<Integer> ADMIN_PORTS = Set.of(22, 23, 135, 139, 445, 3389, 5985, 5986);

    private static final Set<Integer> CONFIGURED_PORTS = Set.of(53, 67, 123, 547);
    private static final int ENOUGH_REQUESTS = 3;
    private static final double NANOS_A_DAY = 86_400e9;

    private final Measurement measured;

    Traits(Measurement measured) {
        this.measured = measured;
    }

    boolean scan() {
        return Behaviours.isScan(measured.pattern().key().behaviour());
    }

    boolean client() {
        return measured.pattern().key().role() == PatternKey.Role.CLIENT;
    }

    boolean toGroup() {
        return all(Set.of(Locality.MULTICAST, Locality.BROADCAST));
    }

    boolean internalPeers() {
        return client() && all(Set.of(Locality.INTERNAL, Locality.LINK_LOCAL, Locality.LOOPBACK));
    }

    boolean externalPeers() {
        return client() && all(Set.of(Locality.EXTERNAL));
    }

    private boolean all(Set<Locality> places) {
        var pattern = measured.pattern();
        return !pattern.peers().isEmpty()
                && pattern.peers().stream().allMatch(peer -> {
                    AddressFacts facts = pattern.addresses().get(peer);
                    return facts != null && places.contains(facts.locality());
                });
    }

    boolean adminPorts() {
        Measurement.Shape shape = measured.shape();
        if (shape == null || shape.ports().n() == 0) {
            return false;
        }
        int admin = shape.ports().responder().entrySet().stream()
                .filter(e -> ADMIN_PORTS.contains(e.getKey()))
                .mapToInt(e -> e.getValue())
                .sum();
        return admin * 2 > shape.ports().n();
    }

    boolean fixedSize() {
        Measurement.Shape shape = measured.shape();
        return shape != null && shape.volumes().alike();
    }

    /** Automated, with HTTP in clear, and nothing in it names the software. */
    boolean unidentifiedAutomation() {
        HttpContent http = measured.http();
        Exchanges exchanges = measured.exchanges();
        return externalPeers()
                && measured.timing().type().periodic()
                && http.requests() >= ENOUGH_REQUESTS
                && http.withoutUserAgent() == http.requests()
                && (exchanges == null || exchanges.whole() == 0);
    }

    /** Answered flows whose application was read, none of them HTTP. */
    boolean otherProtocol() {
        List<Flow> answered = measured.flows().stream()
                .filter(f -> Outcome.of(f) == Outcome.ANSWERED)
                .toList();
        return !answered.isEmpty()
                && measured.http().flows() == 0
                && answered.stream()
                        .allMatch(f -> f.application().from() == Application.Found.DECODED
                                && !f.application().stack().contains("HTTP"));
    }

    /** Mostly to ports of servers that hosts are configured with by address: DNS, DHCP, NTP. */
    boolean infrastructure() {
        Measurement.Shape shape = measured.shape();
        if (shape == null || shape.ports().n() == 0) {
            return false;
        }
        int configured = shape.ports().responder().entrySet().stream()
                .filter(e -> CONFIGURED_PORTS.contains(e.getKey()))
                .mapToInt(e -> e.getValue())
                .sum();
        return configured * 2 > shape.ports().n();
    }

    double knownDays() {
        History history = measured.history();
        Long first = history.pairFirstNanos();
        Long last = history.siteLastNanos();
        return first == null || last == null ? 0 : (last - first) / NANOS_A_DAY;
    }
}
