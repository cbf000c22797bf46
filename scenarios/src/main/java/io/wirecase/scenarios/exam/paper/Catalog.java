package io.wirecase.scenarios.exam.paper;

import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.attack.Floods;
import io.wirecase.scenarios.exam.attack.Forgeries;
import io.wirecase.scenarios.exam.attack.Intruders;
import io.wirecase.scenarios.exam.attack.ManyAddresses;
import io.wirecase.scenarios.exam.beacon.Beacons;
import io.wirecase.scenarios.exam.beacon.Fallback;
import io.wirecase.scenarios.exam.browse.Crowds;
import io.wirecase.scenarios.exam.browse.Pages;
import io.wirecase.scenarios.exam.carrier.Amounts;
import io.wirecase.scenarios.exam.carrier.Tunnelling;
import io.wirecase.scenarios.exam.check.Agents;
import io.wirecase.scenarios.exam.check.Connectivity;
import io.wirecase.scenarios.exam.check.Polls;
import io.wirecase.scenarios.exam.check.Refusals;
import io.wirecase.scenarios.exam.check.Strangers;
import io.wirecase.scenarios.exam.scan.Patient;
import io.wirecase.scenarios.exam.scan.PortScans;
import io.wirecase.scenarios.exam.scan.Sweeps;
import io.wirecase.scenarios.exam.session.Sessions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every family there is. */
public final class Catalog {
    private static final List<Family> ALL = Stream.of(
                    checks(),
                    Strangers.all(),
                    crowds(),
                    PortScans.all(),
                    sweeps(),
                    beacons(),
                    carriers(),
                    attacks(),
                    sessions())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Family::id))
            .toList();

    /** The fixed part: browsing, scans, floods, beacons, chance, retries, and twins that only a report tells apart. */
    private static final List<String> TELLING = List.of(
            "01-connectivity-check",
            "08-browsing-burst",
            "12-peer-to-peer",
            "14-stale-endpoint",
            "23-syn-scan",
            "35-share-sweep",
            "40-beacon",
            "42-beacon-jitter-30",
            "62-syn-flood",
            "76-poisson");

    private Catalog() {}

    /**
     * Two families that look alike.
     *
     * @param benign the one that must rank below
     * @param malicious the one that must rank above
     */
    public record Pair(String benign, String malicious) {}

    /** All of them, by id. */
    public static List<Family> all() {
        return ALL;
    }

    /** The few that tell most. */
    public static List<String> telling() {
        return TELLING;
    }

    /**
     * The one with this id, or whose id begins with it.
     *
     * @throws IllegalArgumentException if there is none; the message lists the ids there are
     */
    public static List<Family> named(String name) {
        List<Family> found = ALL.stream()
                .filter(family -> family.id().equals(name) || family.id().startsWith(name + "-"))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no family " + name + "; there are "
                    + ALL.stream().map(Family::id).collect(Collectors.joining(", ")));
        }
        return found;
    }

    /** The hard pairs. */
    public static List<Pair> pairs() {
        return List.of(
                new Pair("08-browsing-burst", "23-syn-scan"),
                new Pair("12-peer-to-peer", "33-fast-sweep"),
                new Pair("13-retry-storm", "24-connect-scan"),
                new Pair("14-stale-endpoint", "40-beacon"),
                new Pair("15-monitoring", "34-slow-scan"),
                new Pair("34c-gone-over-days", "34b-scan-over-days"),
                new Pair("17-backup", "55-exfiltration"),
                new Pair("55b-house-store", "55-exfiltration"),
                new Pair("51-own-agent", "40-beacon"),
                new Pair("54-hash-lookups", "52-dns-tunnel"),
                new Pair("64-flash-crowd", "62-syn-flood"),
                new Pair("65c-many-addresses", "65b-arp-between"),
                new Pair("01-connectivity-check", "40-beacon"));
    }

    private static List<Family> checks() {
        return List.of(
                Connectivity.answered(),
                Connectivity.offline(),
                Connectivity.bursts(),
                Connectivity.onLink(),
                Agents.updates(),
                Polls.clocks(),
                Refusals.storm(),
                Refusals.stale(),
                Polls.monitoring(),
                Agents.push(),
                Agents.telemetry(),
                Agents.developer(),
                Agents.internalAgent(),
                Polls.diurnal(),
                Agents.longPoll(),
                Polls.poisson());
    }

    private static List<Family> crowds() {
        return List.of(
                Pages.burst(),
                Pages.deadNames(),
                Pages.office(),
                Pages.day(),
                Crowds.peers(),
                Crowds.flashCrowd(),
                Crowds.hashLookups(),
                Crowds.failOver(),
                Amounts.backup(),
                Amounts.call());
    }

    private static List<Family> sweeps() {
        return Stream.concat(
                        Sweeps.arp().stream(),
                        Stream.of(
                                Sweeps.udp(),
                                Sweeps.icmp(),
                                Sweeps.fast(),
                                Sweeps.shares(),
                                Patient.slow(),
                                Patient.overDays(),
                                Patient.gone(),
                                Patient.distributed(),
                                Patient.decoys(),
                                Patient.tricks(),
                                Patient.authorised()))
                .toList();
    }

    private static List<Family> beacons() {
        return Stream.of(
                        Beacons.jittered(),
                        Beacons.gapped(),
                        List.of(Beacons.partOfTheDay(), Fallback.generatedNames()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Family> carriers() {
        return Stream.concat(
                        Tunnelling.proxies().stream(),
                        Stream.of(
                                Tunnelling.names(),
                                Tunnelling.echoes(),
                                Tunnelling.pings(),
                                Amounts.exfiltration(),
                                Amounts.houseStore()))
                .toList();
    }

    private static List<Family> attacks() {
        return List.of(
                Floods.synBySingle(),
                Floods.synBySpoofed(),
                Floods.udp(),
                Floods.icmp(),
                Floods.reflection(),
                Floods.dns(),
                Forgeries.gateway(),
                ManyAddresses.between(),
                ManyAddresses.byTrade(),
                Forgeries.starvation(),
                Forgeries.server(),
                Forgeries.renewals(),
                Forgeries.router(),
                Intruders.ssh(),
                Intruders.ftp(),
                Intruders.logins(),
                Intruders.moves(),
                Intruders.mining(),
                Intruders.quietLine(),
                Intruders.webSocket());
    }

    private static List<Family> sessions() {
        return Stream.concat(
                        Sessions.certificates().stream(),
                        Stream.of(Sessions.wrongPort(), Sessions.onion(), Sessions.passwords(), Sessions.oldVersion()))
                .toList();
    }
}
