package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.CLEAR_TEXT_CREDENTIALS;
import static io.wirecase.core.alert.FlowRisk.DNS_LARGE_PACKET;
import static io.wirecase.core.alert.FlowRisk.ERROR_CODE;
import static io.wirecase.core.alert.FlowRisk.HTTP_SUSPICIOUS_HEADER;
import static io.wirecase.core.alert.FlowRisk.HTTP_SUSPICIOUS_USER_AGENT;
import static io.wirecase.core.alert.FlowRisk.KNOWN_PROTOCOL_ON_NON_STANDARD_PORT;
import static io.wirecase.core.alert.FlowRisk.POSSIBLE_EXPLOIT;
import static io.wirecase.core.alert.FlowRisk.SUSPICIOUS_ENTROPY;
import static io.wirecase.core.alert.FlowRisk.TCP_ISSUES;
import static io.wirecase.core.alert.FlowRisk.UNIDIRECTIONAL_TRAFFIC;
import static io.wirecase.core.alert.FlowRisk.URL_POSSIBLE_RCE_INJECTION;
import static io.wirecase.detection.risk.RiskCase.differs;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.FlowFixtures.tcp;
import static io.wirecase.detection.testing.Messages.BROWSER;
import static io.wirecase.detection.testing.Messages.address;
import static io.wirecase.detection.testing.Messages.answer;
import static io.wirecase.detection.testing.Messages.answered;
import static io.wirecase.detection.testing.Messages.browsed;
import static io.wirecase.detection.testing.Messages.exchange;
import static io.wirecase.detection.testing.Messages.get;
import static io.wirecase.detection.testing.Messages.request;
import static io.wirecase.detection.testing.Messages.response;

import io.wirecase.core.fact.Content;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;
import java.util.stream.Stream;

/** Flows that nDPI judges otherwise than we do. */
final class NdpiCases {

    private NdpiCases() {}

    static List<RiskCase> all() {
        return Stream.concat(
                        Stream.of(http(), headers(), injections(), ports(), entropy(), others())
                                .flatMap(List::stream)
                                .flatMap(List::stream),
                        NdpiEntropyCases.all().stream())
                .toList();
    }

    private static List<List<RiskCase>> http() {
        return List.of(
                differs(
                        HTTP_SUSPICIOUS_USER_AGENT,
                        false,
                        "only responses were seen",
                        flow().http(exchange(null, response(200)))),
                differs(
                        HTTP_SUSPICIOUS_USER_AGENT,
                        true,
                        "a scheme that ends like http",
                        flow().http(exchange(get("/", "agent ldap://203.0.113.9"), response(200)))),
                differs(
                        POSSIBLE_EXPLOIT,
                        false,
                        "a well-known place",
                        flow().http(browsed("/.well-known/security.txt"))),
                differs(
                        ERROR_CODE,
                        true,
                        "an error behind the first answer",
                        flow().http(browsed("/"), exchange(get("/b", BROWSER), response(404)))));
    }

    private static List<List<RiskCase>> headers() {
        return List.of(
                differs(
                        HTTP_SUSPICIOUS_HEADER,
                        false,
                        "the beginning of a tell-tale name",
                        flow().http(exchange(
                                request("GET", "/", "a.example", "User-Agent", BROWSER, "O", "1"), response(200)))),
                differs(
                        HTTP_SUSPICIOUS_HEADER,
                        false,
                        "the client's own address as Host",
                        flow().http(exchange(
                                request("GET", "/", FlowFixtures.CLIENT, "User-Agent", BROWSER), response(200)))));
    }

    private static List<List<RiskCase>> injections() {
        return List.of(
                differs(URL_POSSIBLE_RCE_INJECTION, true, "a bare command", flow().http(browsed("/p?h=%3Bid"))),
                differs(URL_POSSIBLE_RCE_INJECTION, true, "a call", flow().http(browsed("/p?c=phpinfo()"))),
                differs(
                        URL_POSSIBLE_RCE_INJECTION,
                        true,
                        "behind a zero byte",
                        flow().http(browsed("/x?a=%00;cat%20/etc/passwd"))));
    }

    private static List<List<RiskCase>> ports() {
        return List.of(
                differs(
                        KNOWN_PROTOCOL_ON_NON_STANDARD_PORT,
                        false,
                        "the web on its registered alternative",
                        seen("HTTP", 8_080)),
                differs(KNOWN_PROTOCOL_ON_NON_STANDARD_PORT, false, "a peer", seen("BitTorrent", 6_881)),
                differs(
                        KNOWN_PROTOCOL_ON_NON_STANDARD_PORT,
                        false,
                        "routers that stand in for each other, IPv6",
                        seen("HSRP", 2_029).transport(Transport.UDP)),
                differs(
                        KNOWN_PROTOCOL_ON_NON_STANDARD_PORT,
                        false,
                        "a port mapper",
                        seen("RPC", 111).transport(Transport.UDP)));
    }

    private static List<List<RiskCase>> entropy() {
        return List.of(
                differs(SUSPICIOUS_ENTROPY, false, "one echo", ContentCases.pinged(8, 0, 0)),
                differs(SUSPICIOUS_ENTROPY, false, "a quoted packet", ContentCases.pinged(3, 5, 5)),
                differs(
                        SUSPICIOUS_ENTROPY,
                        false,
                        "a packed page without its request",
                        flow().http(exchange(
                                null,
                                answered(
                                        Content.GZIP,
                                        1_200,
                                        7.8,
                                        "Content-Type",
                                        "text/html",
                                        "Content-Encoding",
                                        "gzip")))),
                differs(
                        SUSPICIOUS_ENTROPY,
                        false,
                        "a request to a proxy",
                        flow().http(browsed("http://example.org/a/b?c=d&e=f"))
                                .application(Found.DECODED, "HTTP_Proxy")),
                differs(
                        SUSPICIOUS_ENTROPY,
                        true,
                        "datagrams of nobody",
                        ContentCases.unknown(ContentCases.payload(1_400, 7.86, 500))
                                .transport(Transport.UDP)));
    }

    private static List<List<RiskCase>> others() {
        return List.of(
                differs(
                        CLEAR_TEXT_CREDENTIALS,
                        true,
                        "a password to a broker",
                        flow().login(new LoginFacts("MQTT", null, true, true, 1, true, 4))),
                differs(DNS_LARGE_PACKET, false, "as agreed", ContentCases.sized(1_400, 4_096, 0)),
                differs(
                        ERROR_CODE,
                        true,
                        "a name that is not there, behind an answer",
                        flow().dns(answer("a.example", 0, address(60)), answer("b.example", 3))),
                differs(
                        UNIDIRECTIONAL_TRAFFIC,
                        true,
                        "an address that ends in 255",
                        flow().silent().server("203.0.113.255", 443)),
                differs(
                        UNIDIRECTIONAL_TRAFFIC,
                        false,
                        "to all of a network, by the link layer",
                        flow().silent().server("192.168.50.127", 137).towardsMac(0xFFFF_FFFF_FFFFL)),
                differs(
                        TCP_ISSUES,
                        false,
                        "a stray reset of a server",
                        flow().client(FlowFixtures.SERVER, 80)
                                .server(FlowFixtures.CLIENT, 40_000)
                                .tcp(tcp("OTH", TcpFacts.RST, 0, null, Party.ORIGINATOR))
                                .sent(1, 0)
                                .answered(0, 0)));
    }

    private static FlowFixtures seen(String protocol, int port) {
        return flow().application(Found.DECODED, protocol).server(FlowFixtures.SERVER, port);
    }
}
