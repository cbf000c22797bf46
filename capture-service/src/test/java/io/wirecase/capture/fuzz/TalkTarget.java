package io.wirecase.capture.fuzz;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.capture.application.NameResolutions;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The parsers of what flows carry: messages of both sides with gaps between, on ports the input chooses. */
final class TalkTarget implements FuzzTarget {

    private static final int RESPONDER = 1;
    private static final int GAP = 0x40;
    private static final int ASK = 0x80;
    private static final UUID FLOW = new UUID(1, 2);

    private final Transport transport;

    TalkTarget(Transport transport) {
        this.transport = transport;
    }

    @Override
    public String name() {
        return transport == Transport.TCP ? "streams" : "datagrams";
    }

    @Override
    public void run(byte[] input) {
        Feed feed = new Feed(input);
        ApplicationTracker tracker = new ApplicationTracker(
                transport,
                new Endpoint(IpAddress.parse("192.0.2.1").orElseThrow(), feed.u16()),
                new Endpoint(IpAddress.parse("198.51.100.2").orElseThrow(), feed.u16()),
                new NameResolutions(),
                FLOW);
        long packet = 0;
        while (feed.more()) {
            int head = feed.u8();
            Party sender = (head & RESPONDER) == 0 ? Party.ORIGINATOR : Party.RESPONDER;
            int length = feed.u16();
            packet++;
            if ((head & GAP) != 0) {
                tracker.gap(sender, 1L + length);
            } else {
                byte[] bytes = feed.bytes(length);
                tracker.data(sender, bytes, 0, bytes.length, Tape.START + packet * 1_000_000, packet);
            }
            if ((head & ASK) != 0) {
                ask(tracker);
            }
        }
        ask(tracker);
    }

    private static void ask(ApplicationTracker tracker) {
        Claims.hold(!tracker.application().name().isEmpty(), "an application without a name");
        Facts facts = tracker.facts();
        Claims.travels(facts);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Seeds.talks(transport));
        for (Openings.Opening opening : Openings.of(transport)) {
            Feed.Writer out = new Feed.Writer().u16(50_000).u16(opening.port());
            for (Openings.Said said : opening.said()) {
                said(out, said.byResponder(), said.bytes());
            }
            seeds.add(out.input());
        }
        if (transport == Transport.TCP) {
            seeds.addAll(Handshakes.streams());
        }
        return seeds;
    }

    static void said(Feed.Writer out, boolean byResponder, byte[] bytes) {
        out.u8(byResponder ? RESPONDER : 0).u16(bytes.length).bytes(bytes);
    }
}
