package io.wirecase.detection.testing;

import io.wirecase.core.fact.ArpMessages;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.LaterFragments;
import io.wirecase.core.flow.Span;
import io.wirecase.core.flow.Traffic;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds flows: an answered TCP connection between two hosts unless told otherwise. */
public final class FlowFixtures {

    public static final UUID CAPTURE = Ids.capture(null, "00");
    public static final String CLIENT = "192.168.50.71";
    public static final String SERVER = "185.125.190.17";
    private static final long START = 1_744_441_200_000_000_000L;

    private UUID capture = CAPTURE;
    private int revision = 1;
    private String site = CAPTURE.toString();
    private Transport transport = Transport.TCP;
    private String client = CLIENT;
    private @Nullable Integer clientPort = 51_000;
    private String server = SERVER;
    private @Nullable Integer serverPort = 443;
    private long start = START;
    private long lasting = 30;
    private List<Integer> vlans = List.of();
    private long number = 1;
    private Counts sent = new Counts(6, 700, 616, 300);
    private Counts answered = new Counts(5, 3_000, 2_930, 2_700);
    private Ending ending = new Ending(Ending.Reason.CLOSED, 1, true);
    private Application application = Application.UNKNOWN;
    private final Facts.Draft facts = new Facts.Draft().tcp(tcp("SF", 0x1B, 0x1B, null, null));
    private @Nullable Resolution resolution;
    private @Nullable List<Activity.Minute> minutes;
    private @Nullable List<FirstPayload> first;
    private @Nullable LaterFragments fragments;

    public static FlowFixtures flow() {
        return new FlowFixtures();
    }

    public FlowFixtures from(UUID captureId, String ofSite) {
        capture = captureId;
        site = ofSite;
        return this;
    }

    public FlowFixtures revision(int value) {
        revision = value;
        return this;
    }

    /** The number of its first packet; flows are told apart by it. */
    public FlowFixtures number(long firstPacket) {
        number = firstPacket;
        return this;
    }

    public FlowFixtures at(long millisAfterStart) {
        start = START + millisAfterStart * 1_000_000;
        return this;
    }

    /** How long it goes on. */
    public FlowFixtures lasting(long millis) {
        lasting = millis;
        return this;
    }

    public FlowFixtures vlan(int id) {
        vlans = List.of(id);
        return this;
    }

    public FlowFixtures client(String address, @Nullable Integer port) {
        client = address;
        clientPort = port;
        return this;
    }

    public FlowFixtures server(String address, @Nullable Integer port) {
        server = address;
        serverPort = port;
        return this;
    }

    public FlowFixtures transport(Transport value) {
        transport = value;
        if (value != Transport.TCP) {
            facts.tcp(null);
        }
        return this;
    }

    public FlowFixtures sent(long packets, long payload) {
        sent = new Counts(packets, packets * 54 + payload, packets * 40 + payload, payload);
        return this;
    }

    public FlowFixtures answered(long packets, long payload) {
        answered = new Counts(packets, packets * 54 + payload, packets * 40 + payload, payload);
        return this;
    }

    public FlowFixtures part(int part, boolean last) {
        ending = new Ending(last ? Ending.Reason.CLOSED : Ending.Reason.ACTIVE, part, last);
        return this;
    }

    public FlowFixtures application(Found from, String... stack) {
        application = new Application(List.of(stack), from);
        return this;
    }

    public FlowFixtures tcp(TcpFacts its) {
        facts.tcp(its);
        return this;
    }

    public FlowFixtures icmp(int type, int code) {
        return icmp(new IcmpFacts(type, code));
    }

    public FlowFixtures icmp(IcmpFacts its) {
        facts.icmp(its);
        clientPort = null;
        serverPort = null;
        return transport(Transport.ICMP);
    }

    public FlowFixtures towardsMac(long mac) {
        facts.link(new LinkFacts(new MacAddress(2), new MacAddress(mac), null, null, null));
        return this;
    }

    /** An ARP exchange: a question and its answer. */
    public FlowFixtures arpAsked(long askerMac, long answeredMac) {
        return arp(askerMac, 1, told(1, 0, 0, 0, 0), new MacAddress(answeredMac), told(0, 1, 0, 0, 0));
    }

    /** ARP replies of the originator alone, all through the flow. */
    public FlowFixtures arpTold(long mac, int replies, int unsolicited, int gratuitous, int otherSource) {
        return arp(mac, 2, told(0, replies, unsolicited, gratuitous, otherSource), null, null);
    }

    private ArpMessages told(int requests, int replies, int unsolicited, int gratuitous, int otherSource) {
        long end = start + lasting * 1_000_000;
        return new ArpMessages(start, end, requests, replies, unsolicited, gratuitous, otherSource);
    }

    private FlowFixtures arp(
            long mac, int operation, ArpMessages sent, @Nullable MacAddress answered, @Nullable ArpMessages answers) {
        MacAddress from = new MacAddress(mac);
        facts.link(new LinkFacts(from, new MacAddress(0xFFFF_FFFF_FFFFL), operation, from, answered, sent, answers));
        clientPort = null;
        serverPort = null;
        return transport(Transport.ARP)
                .sent(sent.requests() + sent.replies(), 0)
                .answered(answers == null ? 0 : answers.replies(), 0);
    }

    /** ARP questions that nobody answers. */
    public FlowFixtures arpRequested(long mac, int requests) {
        return arp(mac, 1, told(requests, 0, 0, 0, 0), null, null);
    }

    public FlowFixtures http(HttpExchange... exchanges) {
        facts.http(new HttpFacts(List.of(exchanges), 0));
        serverPort = 80;
        return application(Found.DECODED, "HTTP");
    }

    public FlowFixtures login(LoginFacts its) {
        facts.login(its);
        return application(Found.DECODED, its.protocol());
    }

    public FlowFixtures tls(TlsFacts its) {
        facts.tls(its);
        return application(Found.DECODED, "TLS");
    }

    public FlowFixtures dns(DnsFacts.Transaction... transactions) {
        return dns(new DnsFacts(List.of(transactions), 0));
    }

    public FlowFixtures dns(DnsFacts its) {
        facts.dns(its);
        serverPort = 53;
        return transport(Transport.UDP).application(Found.DECODED, "DNS");
    }

    public FlowFixtures resolved(String name) {
        resolution = new Resolution(new UntrustedText(name), start - 1_000_000, 1, null);
        return this;
    }

    /** How the first payloads look of a flow that no parser knows. */
    public FlowFixtures first(FirstPayload... payloads) {
        first = List.of(payloads);
        return this;
    }

    /** So many packets the responder sent are later fragments. */
    public FlowFixtures fragments(long packets) {
        fragments = new LaterFragments(Counts.NONE, new Counts(packets, packets * 254, packets * 240, packets * 220));
        return this;
    }

    public FlowFixtures service(ServiceFacts its) {
        facts.service(its);
        return application(Found.DECODED, its.protocol());
    }

    public FlowFixtures minutes(Activity.Minute... several) {
        minutes = List.of(several);
        return this;
    }

    /** A SYN answered by a reset. */
    public FlowFixtures refused() {
        return tcp(tcp("REJ", TcpFacts.SYN, TcpFacts.RST | TcpFacts.ACK, null, Party.RESPONDER))
                .sent(1, 0)
                .answered(1, 0);
    }

    /** A SYN that nobody answered. */
    public FlowFixtures silent() {
        return tcp(tcp("S0", TcpFacts.SYN, 0, null, null)).sent(1, 0).answered(0, 0);
    }

    /** A handshake that the client resets without a word. */
    public FlowFixtures emptyHanded() {
        return tcp(tcp("RSTO", TcpFacts.SYN | TcpFacts.ACK | TcpFacts.RST, 0x12, null, Party.ORIGINATOR))
                .sent(3, 0)
                .answered(1, 0);
    }

    /** A packet with flags that open nothing. */
    public FlowFixtures odd(int flags) {
        TcpFacts its = new TcpFacts("OTH", "", flags, 0, flags, flags, null, null, null, 0, 0, null);
        return tcp(its).sent(1, 0).answered(0, 0);
    }

    public static TcpFacts tcp(
            String state, int sentFlags, int answeredFlags, @Nullable Integer odd, @Nullable Party reset) {
        return Connections.tcp(state, sentFlags, answeredFlags, odd, reset);
    }

    public Flow build() {
        FlowKey key = new FlowKey(
                transport,
                transport.number(),
                new Endpoint(IpAddress.of(client), clientPort),
                new Endpoint(IpAddress.of(server), serverPort),
                vlans,
                null);
        return new Flow(
                Ids.flow(capture, revision, number, null),
                new FlowOrigin(capture, revision, site, "upload"),
                key,
                new Span(start, start + lasting * 1_000_000, number, number + 9),
                new Traffic(sent, answered, fragments),
                ending,
                application,
                facts.build(),
                resolution,
                new Activity(sent.packets(), answered.packets(), List.of(), minutes, first));
    }
}
