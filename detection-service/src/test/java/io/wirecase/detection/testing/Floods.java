package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.FlowFixtures.flow;

import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import java.util.ArrayList;
import java.util.List;

/** Rates at one host, as flows: some serve an exchange and some do not. */
public final class Floods {

    public static final String VICTIM = "10.20.0.9";

    private Floods() {}

    /** An address of its own for every number, outside. */
    public static String source(int number) {
        return IpAddress.v4(0x2D000001 + number * 7).toString();
    }

    /** SYNs of made-up sources to one port, answered by nobody's handshake. */
    public static List<Flow> spoofedSyns(int count, int perSecond) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(100_000 + i)
                    .at(i * 1_000L / perSecond)
                    .client(source(i), 1_024 + i % 60_000)
                    .server(VICTIM, 443)
                    .tcp(FlowFixtures.tcp("S1", TcpFacts.SYN, 0x12, null, null))
                    .sent(1, 0)
                    .answered(1, 0)
                    .build());
        }
        return flows;
    }

    /** The same SYNs so many seconds later. */
    public static List<Flow> after(int seconds, List<Flow> syns) {
        List<Flow> later = new ArrayList<>();
        for (Flow syn : syns) {
            long millis = (syn.span().startNanos() - syns.getFirst().span().startNanos()) / 1_000_000;
            later.add(flow().number(600_000 + later.size())
                    .at(seconds * 1_000L + millis)
                    .client(syn.originator().toString(), syn.key().originator().port())
                    .server(VICTIM, 443)
                    .tcp(FlowFixtures.tcp("S1", TcpFacts.SYN, 0x12, null, null))
                    .sent(1, 0)
                    .answered(1, 0)
                    .build());
        }
        return later;
    }

    /** As many visitors, who get what they came for; one in ten finds the server too busy. */
    public static List<Flow> crowd(int count, int perSecond) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FlowFixtures one = flow().number(200_000 + i)
                    .at(i * 1_000L / perSecond)
                    .client(source(i), 1_024 + i % 60_000)
                    .server(VICTIM, 443);
            flows.add(i % 10 == 0 ? one.silent().build() : one.build());
        }
        return flows;
    }

    /** Datagrams of one source to many ports. */
    public static List<Flow> datagrams(int flowsOfIt, int packetsOfOne) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < flowsOfIt; i++) {
            flows.add(flow().number(300_000 + i)
                    .at(i * 100L)
                    .lasting(100)
                    .transport(Transport.UDP)
                    .client("45.9.9.9", 40_000)
                    .server(VICTIM, 1_000 + i)
                    .sent(packetsOfOne, packetsOfOne * 64L)
                    .answered(0, 0)
                    .build());
        }
        return flows;
    }

    /** A film over UDP: one way, fast, for ten minutes. */
    public static Flow film() {
        return flow().number(1)
                .lasting(600_000)
                .transport(Transport.UDP)
                .client("45.9.9.9", 40_000)
                .server(VICTIM, 5_004)
                .sent(900_000, 900_000 * 1_200L)
                .answered(0, 0)
                .build();
    }

    /** Echo requests of one source. */
    public static Flow pings(int perSecond, int seconds) {
        return flow().number(1)
                .lasting(seconds * 1_000L)
                .client("45.9.9.9", null)
                .server(VICTIM, null)
                .icmp(8, 0)
                .sent((long) perSecond * seconds, perSecond * seconds * 56L)
                .answered((long) perSecond * seconds, perSecond * seconds * 56L)
                .build();
    }

    /** Answers of resolvers to a host that never asked. */
    public static List<Flow> reflected(int count, int perSecond, int bytes) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(400_000 + i)
                    .at(i * 1_000L / perSecond)
                    .transport(Transport.UDP)
                    .application(Found.DECODED, "DNS")
                    .client(source(i % 40), 53)
                    .server(VICTIM, 2_000 + i % 50_000)
                    .sent(1, bytes)
                    .answered(0, 0)
                    .build());
        }
        return flows;
    }

    /** A resolver of ours that is asked in the victim's name. */
    public static List<Flow> reflecting(int count, int perSecond) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(500_000 + i)
                    .at(i * 1_000L / perSecond)
                    .transport(Transport.UDP)
                    .application(Found.DECODED, "DNS")
                    .client("45.9.9.9", 2_000 + i % 50_000)
                    .server(VICTIM, 53)
                    .sent(1, 40)
                    .answered(1, 3_000)
                    .build());
        }
        return flows;
    }
}
