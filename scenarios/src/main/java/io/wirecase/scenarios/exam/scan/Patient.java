package io.wirecase.scenarios.exam.scan;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Beats;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.ArrayList;
import java.util.List;

/** Scans that hide: slow ones, by many hosts, among forged hosts, and one that is announced. */
public final class Patient {
    private static final String[] ANY = {
        "vertical_scan", "slow_scan", "distributed_scan", "block_scan", "random_scan", "horizontal_scan"
    };

    /** As many as the aim allows. */
    private static final int PROBES = 40;

    private static final double HOUR = 3_600;

    private Patient() {}

    /** Row 34, with exactly as many probes as the aim allows. */
    public static Family slow() {
        return Family.malicious("34-slow-scan", "a port a minute, or one in ten minutes", stage -> {
            Host from = stage.net().local();
            Host to = stage.chance().nextBoolean()
                    ? stage.net().local()
                    : stage.net().remote();
            int probes = stage.whole("probes", PROBES, PROBES);
            double period = stage.oneOf("period", 60, 120, 600);
            double jitter = stage.oneOf("jitter", 0, 0.2, 0.5);
            Prober prober = new Prober(stage, from, TcpSegment.SYN);
            List<Integer> ports = Prober.ports(stage.chance(), probes);
            int n = 0;
            for (double beat :
                    Beats.sleeping(stage.chance(), probes, period, jitter, 0).seconds()) {
                prober.raw(n, to, ports.get(n), stage.at(3 + beat));
                n++;
            }
            stage.actor(from)
                    .expect(List.of(from), "slow_scan", "vertical_scan")
                    .allow("beacon");
            Background.play(stage, stage.lastSecond(), from);
        });
    }

    /** Row 34 over days: so few a day that no day tells, by a host that does ordinary things too. */
    public static Family overDays() {
        return Family.malicious("34b-scan-over-days", "forty probes within a week, three to six hours apart", stage -> {
            Host from = stage.net().local();
            boolean ports = stage.chance().nextBoolean();
            Host to = stage.net().local();
            double period = stage.oneOf("hours", 3, 4, 6) * HOUR;
            double jitter = stage.oneOf("jitter", 0, 0.2, 0.5);
            Prober prober = new Prober(stage, from, TcpSegment.SYN);
            List<Integer> tried = Prober.ports(stage.chance(), PROBES);
            List<Host> hosts = ports ? List.of() : stage.net().locals(PROBES);
            int n = 0;
            for (double beat :
                    Beats.sleeping(stage.chance(), PROBES, period, jitter, 0).seconds()) {
                prober.raw(n, ports ? to : hosts.get(n), ports ? tried.get(n) : tried.getFirst(), stage.at(3 + beat));
                n++;
            }
            stage.actor(from)
                    .expect(List.of(from), "slow_scan", "vertical_scan", "horizontal_scan")
                    .allow("beacon");
            Background.play(stage, stage.lastSecond(), from);
        });
    }

    /** Its twin: servers that are gone, a few a day, by name or by address, among others that answer. */
    public static Family gone() {
        return Family.benign("34c-gone-over-days", "a host meets a few dead servers a day for a week", stage -> {
            Host from = stage.net().local();
            int days = stage.whole("days", 5, 7);
            int dead = stage.whole("dead", 2, 5);
            double named = stage.number("named", 0.2, 0.8);
            Calls calls = new Calls(stage);
            for (int day = 0; day < days; day++) {
                for (int i = 0; i < dead; i++) {
                    double second = 24 * HOUR * (day + stage.chance().nextDouble());
                    Name name = stage.net().name(1);
                    Host server = stage.net().remote(name.addresses().getFirst());
                    long at = stage.at(second);
                    if (stage.chance().nextDouble() < named) {
                        at = stage.lookup(from, name, at);
                    }
                    calls.connection(from, server, (int) stage.oneOf("port", 80, 443), at)
                            .unanswered(2);
                }
            }
            stage.actor(from);
            Background.play(stage, stage.lastSecond(), from);
        });
    }

    /** Row 36. */
    public static Family distributed() {
        return Family.malicious("36-distributed-scan", "one host's ports, shared out among twenty hosts", stage -> {
            int sources = stage.whole("sources", 10, 20);
            int each = stage.whole("each", 10, 14);
            Host to = stage.net().local();
            List<Host> from = stage.chance().nextBoolean()
                    ? stage.net().remotes(sources)
                    : stage.net().locals(sources);
            List<Integer> ports = Prober.ports(stage.chance(), sources * each);
            List<Prober> probers = new ArrayList<>();
            from.forEach(host -> probers.add(new Prober(stage, host, TcpSegment.SYN)));
            for (int n = 0; n < ports.size(); n++) {
                long at = stage.at(3 + n * 0.4);
                probers.get(n % sources).raw(n, to, ports.get(n), at);
            }
            stage.actor(from.getFirst()).expect(List.of(to), "distributed_scan").allow(ANY);
            Background.play(stage, 900);
        });
    }

    /** Row 37. */
    public static Family decoys() {
        return Family.malicious("37-decoys", "every probe comes from a scanner and nine forged hosts", stage -> {
            int decoys = stage.whole("decoys", 5, 10);
            int ports = stage.whole("ports", 60, 120);
            Host to = stage.net().local();
            List<Host> from = stage.net().locals(decoys + 1);
            List<Prober> probers = new ArrayList<>();
            from.forEach(host -> probers.add(new Prober(stage, host, TcpSegment.SYN)));
            int n = 0;
            for (int port : Prober.ports(stage.chance(), ports)) {
                for (Prober prober : probers) {
                    prober.raw(n, to, port, stage.at(3 + n * 0.05));
                    n++;
                }
            }
            List<Host> either = new ArrayList<>(from);
            either.add(to);
            stage.actor(from.getFirst())
                    .expect(either, "distributed_scan", "vertical_scan")
                    .allow(ANY);
            Background.play(stage, 900);
        });
    }

    /** Row 38: probes by a host whose time to live changes from packet to packet. */
    public static Family tricks() {
        return Family.malicious("38-mixed-flags", "a scan that changes its flags from probe to probe", stage -> {
            Host from = stage.net().local();
            Host to = stage.net().local();
            int ports = stage.whole("ports", 50, 120);
            int[] flags = {0, TcpSegment.FIN, TcpSegment.FIN | TcpSegment.PSH | TcpSegment.URG};
            List<Prober> probers = new ArrayList<>();
            for (int flag : flags) {
                probers.add(new Prober(stage, from, flag));
            }
            int n = 0;
            for (int port : Prober.ports(stage.chance(), ports)) {
                probers.get(n % flags.length).raw(n, to, port, stage.at(3 + n * 0.3));
                n++;
            }
            stage.actor(from).expect(List.of(from), "vertical_scan");
            Background.play(stage, 900, from);
        });
    }

    /** Row 16: detection is right to see it; that it is allowed is the operator's to say. */
    public static Family authorised() {
        return Family.benign("16-own-scanner", "the house's own vulnerability scanner, hosts by ports", stage -> {
            Host from = stage.net().local();
            List<Host> hosts = stage.net().locals(stage.whole("hosts", 12, 30));
            List<Integer> ports = Prober.ports(stage.chance(), stage.whole("ports", 12, 30));
            Prober prober = new Prober(stage, from, TcpSegment.SYN);
            int n = 0;
            for (int port : ports) {
                for (Host host : hosts) {
                    prober.raw(n, host, port, stage.at(3 + n / 60.0));
                    n++;
                }
            }
            stage.actor(from)
                    .expect(List.of(from), "block_scan", "horizontal_scan", "vertical_scan", "random_scan")
                    .allow(ANY);
            Background.play(stage, 900);
        });
    }
}
