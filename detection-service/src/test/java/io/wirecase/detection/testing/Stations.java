package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.FlowFixtures.flow;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import java.util.ArrayList;
import java.util.List;

/** Stations that claim several addresses, as flows. */
public final class Stations {

    public static final String GATEWAY = Claims.GATEWAY;
    public static final String INTRUDER = "192.168.50.66";
    public static final long INTRUDER_MAC = 0x02163E500666L;
    private static final long GATEWAY_MAC = Claims.GATEWAY_MAC;
    private static final int MINUTE = 60_000;
    private static final int MINUTES = 8;

    private Stations() {}

    /** A host of the link. */
    public static String host(int number) {
        return "192.168.50." + (70 + number);
    }

    private static long mac(int number) {
        return 0x02163E500046L + number;
    }

    /** So many hosts that ask for their gateway every minute; it answers. */
    public static List<Flow> link(int hosts) {
        List<Flow> flows = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            for (int minute = 0; minute < MINUTES; minute++) {
                flows.add(asked(minute * MINUTE + host, host(host), mac(host), GATEWAY, GATEWAY_MAC));
            }
        }
        return flows;
    }

    /** A host that asks for its gateway and then claims that address and those of so many hosts, over and over. */
    public static List<Flow> between(int victims, int unsolicited) {
        List<Flow> flows = link(victims);
        flows.add(asked(500, INTRUDER, INTRUDER_MAC, GATEWAY, GATEWAY_MAC));
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int host = 0; host < victims; host++) {
                flows.add(told(minute, 5_000 + host, GATEWAY, INTRUDER_MAC, host(host), unsolicited));
                flows.add(told(minute, 6_000 + host, host(host), INTRUDER_MAC, GATEWAY, unsolicited));
            }
        }
        return flows;
    }

    /** A DHCP server says who the router is. */
    public static Flow router() {
        return lease(host(9), mac(9), 100);
    }

    /** A DHCP server gives an address to a station. */
    public static Flow lease(String address, long mac, int at) {
        IpAddress server = IpAddress.of(GATEWAY);
        DhcpFacts facts = new DhcpFacts(
                4,
                List.of(5),
                new MacAddress(mac),
                null,
                null,
                null,
                List.of(),
                null,
                IpAddress.of(address),
                server,
                List.of(server),
                List.of(server),
                86_400L);
        return Changed.dhcp(
                flow().at(at)
                        .client(GATEWAY, 67)
                        .server(address, 68)
                        .transport(Transport.UDP)
                        .build(),
                facts);
    }

    /** Hosts talk to the outside, and their frames go to the gateway. */
    public static List<Flow> outside() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            flows.add(flow().at(i * 1_000L)
                    .client(host(i), 40_000)
                    .server("45.9.9." + i, 443)
                    .towardsMac(GATEWAY_MAC)
                    .build());
        }
        return flows;
    }

    /** A router answers for so many addresses of another link, all day. */
    public static List<Flow> proxy(int addresses) {
        List<Flow> flows = link(3);
        for (int i = 0; i < addresses; i++) {
            String far = "192.168." + (100 + i / 200) + "." + (1 + i % 200);
            flows.add(asked(i * 100L, host(i % 3), mac(i % 3), far, GATEWAY_MAC));
        }
        return flows;
    }

    /** A router that answers for the hosts of its own link, which answer as well. */
    public static List<Flow> answersForAll(int hosts) {
        List<Flow> flows = link(hosts);
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int host = 0; host < hosts; host++) {
                int other = (host + 1) % hosts;
                flows.add(asked(minute * MINUTE + 20_000 + host, host(other), mac(other), host(host), GATEWAY_MAC));
            }
        }
        return flows;
    }

    /** Two routers without a virtual hardware address: the spare takes all addresses over, and gives them back. */
    public static List<Flow> spare(int addresses) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < addresses; i++) {
            String address = i == 0 ? GATEWAY : host(30 + i);
            for (int minute = 0; minute < MINUTES; minute++) {
                boolean over = minute == 3 || minute == 4;
                flows.add(asked(minute * MINUTE + i, host(1), mac(1), address, over ? INTRUDER_MAC : GATEWAY_MAC));
            }
            flows.add(flow().at(3 * MINUTE - 1_000 + i)
                    .client(address, null)
                    .server(address, null)
                    .arpTold(INTRUDER_MAC, 3, 0, 3, 0)
                    .build());
        }
        flows.add(asked(900, host(29), INTRUDER_MAC, host(1), mac(1)));
        return flows;
    }

    /** One server with so many addresses, each announced and asked for. */
    public static List<Flow> aliases(int addresses) {
        List<Flow> flows = link(2);
        for (int i = 0; i < addresses; i++) {
            String alias = host(20 + i);
            flows.add(flow().at(i * 50L)
                    .client(alias, null)
                    .server(alias, null)
                    .arpTold(mac(20), 2, 0, 2, 0)
                    .build());
            flows.add(asked(10_000 + i * 50L, host(1), mac(1), alias, mac(20)));
        }
        return flows;
    }

    /** One telephone that takes a new hardware address every ten minutes, with its lease, and leaves the old one. */
    public static List<Flow> randomised(int times) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long mac = 0x0A0000000000L + i * 7_919L;
            flows.add(lease(host(5), mac, i * 10 * MINUTE));
            flows.add(asked(i * 10 * MINUTE + 1_000, host(5), mac, GATEWAY, GATEWAY_MAC));
            flows.add(asked(i * 10 * MINUTE + 300_000, host(5), mac, GATEWAY, GATEWAY_MAC));
        }
        return flows;
    }

    /** Two hosts whose addresses a third gets from the DHCP server while they still speak now and then. */
    public static List<Flow> moved() {
        List<Flow> flows = link(3);
        flows.add(asked(500, INTRUDER, INTRUDER_MAC, GATEWAY, GATEWAY_MAC));
        for (int host = 0; host < 2; host++) {
            flows.add(lease(host(host), INTRUDER_MAC, MINUTE));
            for (int minute = 1; minute < MINUTES; minute++) {
                flows.add(told(minute, 9_000, host(host), INTRUDER_MAC, GATEWAY, 0));
            }
        }
        return flows;
    }

    /** What {@link #between} gives, in a VLAN of its own. */
    public static List<Flow> elsewhere() {
        List<Flow> flows = new ArrayList<>();
        for (Flow flow : between(3, 20)) {
            flows.add(Changed.vlan(flow, 50));
        }
        return flows;
    }

    private static Flow asked(long at, String asker, long askerMac, String wanted, long answeredMac) {
        return flow().at(at)
                .client(asker, null)
                .server(wanted, null)
                .arpAsked(askerMac, answeredMac)
                .build();
    }

    private static Flow told(int minute, int millis, String address, long mac, String to, int unsolicited) {
        return flow().at(minute * MINUTE + millis)
                .lasting(20_000)
                .client(address, null)
                .server(to, null)
                .arpTold(mac, Math.max(1, unsolicited), unsolicited, 0, 0)
                .build();
    }

    /** The same flows as one capture saw them, each with a number of its own. */
    public static List<Flow> numbered(List<Flow> flows) {
        List<Flow> all = new ArrayList<>();
        for (Flow flow : flows) {
            all.add(Everything.numbered(flow, 3 * all.size() + 1));
        }
        return all;
    }
}
