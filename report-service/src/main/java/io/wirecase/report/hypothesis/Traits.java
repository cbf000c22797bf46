package io.wirecase.report.hypothesis;

import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.Locality;
import io.wirecase.report.input.History;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.HttpContent;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.NetworkServices;
import io.wirecase.report.measurement.Outcome;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.PatternKey;
import java.util.List;
import java.util.Set;

/** Plain questions about a measurement that more than one kind of evidence asks. */
final class Traits {

    /** SSH, Telnet, RPC, NetBIOS, SMB, RDP, WinRM. */
    private static final Set<Integer> ADMIN_PORTS = Set.of(22, 23, 135, 139, 445, 3389, 5985, 5986);

    /** Apple's and Google's push channels; MQTT over TLS. */
    static final Set<Integer> PUSH_PORTS = Set.of(5223, 5228, 5229, 5230, 8883);

    /** Where pools commonly listen for Stratum; other software uses some of them too, so they tell little alone. */
    static final Set<Integer> MINING_PORTS = Set.of(3333, 4444, 5555, 7777, 14433, 14444, 45560);

    private static final Set<String> CALLS =
            Set.of("STUN", "SIP", "RTP", "WireGuard", "OpenVPN", "IPSec", "Tailscale", "BitTorrent", "Teredo", "H323");
    private static final int MANY_SESSIONS = 10;
    private static final double SHORT_SECONDS = 10;
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
        return talksToPeers() && all(Set.of(Locality.INTERNAL, Locality.LINK_LOCAL, Locality.LOOPBACK));
    }

    boolean externalPeers() {
        return talksToPeers() && all(Set.of(Locality.EXTERNAL));
    }

    /** Where a resolver stands says nothing of where its questions go. */
    private boolean talksToPeers() {
        return client() && !Behaviours.isOfLookups(measured.pattern().key().behaviour());
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
        return mostlyTo(ADMIN_PORTS);
    }

    /** More than half of the flows with ports went to one of these. */
    boolean mostlyTo(Set<Integer> ports) {
        Measurement.Shape shape = measured.shape();
        if (shape == null || shape.ports().n() == 0) {
            return false;
        }
        int to = shape.ports().responder().entrySet().stream()
                .filter(e -> ports.contains(e.getKey()))
                .mapToInt(e -> e.getValue())
                .sum();
        return to * 2 > shape.ports().n();
    }

    /** Short sessions, as many as nobody opens by hand, of one service of administration. */
    boolean loginAttempts() {
        Measurement.Shape shape = measured.shape();
        return shape != null
                && adminPorts()
                && shape.ports().responder().size() == 1
                && measured.count(Outcome.ANSWERED) >= MANY_SESSIONS
                && shape.durations().medianSeconds() < SHORT_SECONDS;
    }

    boolean networkService() {
        long own = measured.flows().stream().filter(NetworkServices::is).count();
        return own * 2 > measured.flows().size();
    }

    boolean callOrVpn() {
        long own = measured.flows().stream()
                .filter(f -> f.application().stack().stream().anyMatch(CALLS::contains))
                .count();
        return own * 2 > measured.flows().size();
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
        return mostlyTo(CONFIGURED_PORTS);
    }

    double knownDays() {
        History history = measured.history();
        Long first = history.pairFirstNanos();
        Long last = history.siteLastNanos();
        return first == null || last == null ? 0 : (last - first) / NANOS_A_DAY;
    }
}
