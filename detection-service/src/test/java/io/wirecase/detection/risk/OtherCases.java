package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.DESKTOP_OR_FILE_SHARING;
import static io.wirecase.core.alert.FlowRisk.DNS_SUSPICIOUS_TRAFFIC;
import static io.wirecase.core.alert.FlowRisk.ERROR_CODE;
import static io.wirecase.core.alert.FlowRisk.INVALID_CHARACTERS;
import static io.wirecase.core.alert.FlowRisk.KNOWN_PROTOCOL_ON_NON_STANDARD_PORT;
import static io.wirecase.core.alert.FlowRisk.MALFORMED_PACKET;
import static io.wirecase.core.alert.FlowRisk.MINOR_ISSUES;
import static io.wirecase.core.alert.FlowRisk.NUMERIC_IP_HOST;
import static io.wirecase.core.alert.FlowRisk.PUNYCODE_IDN;
import static io.wirecase.core.alert.FlowRisk.TCP_ISSUES;
import static io.wirecase.core.alert.FlowRisk.UNIDIRECTIONAL_TRAFFIC;
import static io.wirecase.core.alert.FlowRisk.UNSAFE_PROTOCOL;
import static io.wirecase.detection.risk.RiskCase.fires;
import static io.wirecase.detection.risk.RiskCase.stays;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.FlowFixtures.tcp;
import static io.wirecase.detection.testing.Messages.BROWSER;
import static io.wirecase.detection.testing.Messages.address;
import static io.wirecase.detection.testing.Messages.answer;
import static io.wirecase.detection.testing.Messages.browsed;
import static io.wirecase.detection.testing.Messages.exchange;
import static io.wirecase.detection.testing.Messages.get;
import static io.wirecase.detection.testing.Messages.hello;
import static io.wirecase.detection.testing.Messages.request;
import static io.wirecase.detection.testing.Messages.response;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;
import java.util.stream.Stream;

/** Cases of all risks that are neither of HTTP, of TLS nor of encrypted streams alone. */
final class OtherCases {

    private OtherCases() {}

    static List<RiskCase> all() {
        return Stream.of(names(), tcpCases(), ports(), protocols(), ways(), errors())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RiskCase> names() {
        return List.of(
                fires(
                        NUMERIC_IP_HOST,
                        "in Host",
                        flow().http(exchange(
                                request("GET", "/", FlowFixtures.SERVER + ":8080", "User-Agent", BROWSER), null))),
                fires(NUMERIC_IP_HOST, "in TLS", flow().tls(hello(0x0303, "2001:db8::1", "h2"))),
                stays(
                        NUMERIC_IP_HOST,
                        "a name that begins with a digit",
                        flow().http(exchange(request("GET", "/", "1.2.3.4.example", "User-Agent", BROWSER), null))),
                stays(NUMERIC_IP_HOST, "a name in TLS", flow().tls(hello(0x0303, "a.example", "h2"))),
                fires(PUNYCODE_IDN, "an international label", flow().tls(hello(0x0303, "xn--bcher-kva.example", "h2"))),
                stays(PUNYCODE_IDN, "two hyphens elsewhere", flow().tls(hello(0x0303, "a--b.example", "h2"))),
                fires(INVALID_CHARACTERS, "markup in TLS", flow().tls(hello(0x0303, "<b>.example", "h2"))),
                fires(INVALID_CHARACTERS, "a space in DNS", flow().dns(answer("a b.example", 0, address(60)))),
                stays(
                        INVALID_CHARACTERS,
                        "an address in brackets",
                        flow().http(exchange(request("GET", "/", "[2001:db8::1]:80", "User-Agent", BROWSER), null))),
                stays(
                        INVALID_CHARACTERS,
                        "a classless reverse zone",
                        flow().dns(answer("1.0/25.2.0.192.in-addr.arpa", 0, address(60)))),
                stays(
                        INVALID_CHARACTERS,
                        "a service on the link",
                        flow().dns(answer("Living Room._airplay._tcp.local", 0, address(60)))
                                .application(Found.DECODED, "MDNS")));
    }

    private static List<RiskCase> tcpCases() {
        FlowFixtures resetByServer = flow().tcp(tcp("RSTRH", TcpFacts.ACK, TcpFacts.RST, null, Party.RESPONDER));
        return List.of(
                fires(TCP_ISSUES, "refused by the server", flow().refused()),
                fires(TCP_ISSUES, "refused by the client", flow().emptyHanded()),
                fires(TCP_ISSUES, "probing", resetByServer.answered(1, 0)),
                fires(TCP_ISSUES, "a NULL packet", flow().odd(0)),
                fires(TCP_ISSUES, "a XMAS packet", flow().odd(0x29)),
                fires(TCP_ISSUES, "a FIN packet", flow().odd(TcpFacts.FIN)),
                stays(TCP_ISSUES, "silence", flow().silent()),
                stays(TCP_ISSUES, "a connection with its end", flow()),
                stays(
                        TCP_ISSUES,
                        "a parsed exchange that ends in a reset",
                        flow().http(browsed("/"))
                                .tcp(tcp("RSTR", 0x1A, 0x16, null, Party.RESPONDER))
                                .answered(1, 100)));
    }

    private static List<RiskCase> ports() {
        FlowRisk port = KNOWN_PROTOCOL_ON_NON_STANDARD_PORT;
        return List.of(
                fires(port, "TLS on 80", seen("TLS").server(FlowFixtures.SERVER, 80)),
                stays(port, "HTTP on its registered alternative", seen("HTTP").server(FlowFixtures.SERVER, 8080)),
                fires(port, "HTTP on 1234", seen("HTTP").server(FlowFixtures.SERVER, 1234)),
                fires(
                        port,
                        "a proxy's tunnel on 80",
                        seen("HTTP_Connect", "TLS").server(FlowFixtures.SERVER, 80)),
                stays(port, "TLS on 443", seen("TLS").server(FlowFixtures.SERVER, 443)),
                stays(
                        port,
                        "an application over TLS on 443",
                        seen("TLS", "Slack").server(FlowFixtures.SERVER, 443)),
                stays(port, "TLS on the port of IMAPS", seen("TLS").server(FlowFixtures.SERVER, 993)),
                stays(port, "a protocol without ports", seen("Steam").server(FlowFixtures.SERVER, 27_000)),
                stays(
                        port,
                        "a guess from the port",
                        flow().application(Found.BY_PORT, "HTTP").server(FlowFixtures.SERVER, 80)));
    }

    private static List<RiskCase> protocols() {
        return List.of(
                fires(UNSAFE_PROTOCOL, "Telnet", seen("Telnet").server(FlowFixtures.SERVER, 23)),
                fires(UNSAFE_PROTOCOL, "remote execution", seen("Rexec").server(FlowFixtures.SERVER, 512)),
                stays(
                        UNSAFE_PROTOCOL,
                        "the port of Telnet",
                        flow().application(Found.BY_PORT, "Telnet").server(FlowFixtures.SERVER, 23)),
                stays(UNSAFE_PROTOCOL, "SSH", seen("SSH").server(FlowFixtures.SERVER, 22)),
                fires(DESKTOP_OR_FILE_SHARING, "RDP", seen("RDP").server(FlowFixtures.SERVER, 3389)),
                stays(DESKTOP_OR_FILE_SHARING, "SSH", seen("SSH").server(FlowFixtures.SERVER, 22)));
    }

    private static List<RiskCase> ways() {
        FlowRisk oneWay = UNIDIRECTIONAL_TRAFFIC;
        return List.of(
                fires(oneWay, "no answer", flow().silent()),
                fires(oneWay, "answers only", flow().sent(0, 0)),
                stays(oneWay, "both ways", flow()),
                stays(oneWay, "to a group", flow().silent().server("239.255.255.250", 1900)),
                stays(oneWay, "to all", flow().silent().server("255.255.255.255", 67)),
                stays(
                        oneWay,
                        "to all of a network",
                        flow().silent().server("192.168.50.255", 137).towardsMac(0xFFFF_FFFF_FFFFL)),
                stays(oneWay, "a report", flow().silent().application(Found.DECODED, "sFlow")),
                stays(oneWay, "ARP", flow().transport(Transport.ARP).sent(1, 0).answered(0, 0)),
                fires(MALFORMED_PACKET, "an unassigned type", flow().icmp(99, 0)),
                fires(MALFORMED_PACKET, "an unassigned code", flow().icmp(3, 77)),
                stays(MALFORMED_PACKET, "an echo", flow().icmp(8, 0)));
    }

    private static List<RiskCase> errors() {
        DnsFacts.Answer odd = new DnsFacts.Answer(10, 60, null, null);
        return List.of(
                fires(ERROR_CODE, "404", flow().http(exchange(get("/", BROWSER), response(404)))),
                fires(ERROR_CODE, "NXDOMAIN", flow().dns(answer("a.example", 3))),
                stays(ERROR_CODE, "304", flow().http(exchange(get("/", BROWSER), response(304)))),
                stays(ERROR_CODE, "an answer", flow().dns(answer("a.example", 0, address(60)))),
                fires(DNS_SUSPICIOUS_TRAFFIC, "a NULL record", flow().dns(answer("a.example", 0, odd))),
                fires(DNS_SUSPICIOUS_TRAFFIC, "a long label", flow().dns(answer("a".repeat(49) + ".example", 0))),
                stays(DNS_SUSPICIOUS_TRAFFIC, "a label of 48", flow().dns(answer("a".repeat(48) + ".example", 0))),
                fires(MINOR_ISSUES, "no time to live", flow().dns(answer("a.example", 0, address(0)))),
                stays(
                        MINOR_ISSUES,
                        "a goodbye on the link",
                        flow().dns(answer("a.local", 0, address(0))).application(Found.DECODED, "MDNS")),
                stays(MINOR_ISSUES, "a second", flow().dns(answer("a.example", 0, address(1)))));
    }

    private static FlowFixtures seen(String... stack) {
        return flow().application(Found.DECODED, stack);
    }
}
