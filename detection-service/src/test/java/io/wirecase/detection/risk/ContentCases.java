package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.BINARY_APPLICATION_TRANSFER;
import static io.wirecase.core.alert.FlowRisk.DNS_FRAGMENTED;
import static io.wirecase.core.alert.FlowRisk.DNS_LARGE_PACKET;
import static io.wirecase.core.alert.FlowRisk.ERROR_CODE;
import static io.wirecase.core.alert.FlowRisk.HTTP_SUSPICIOUS_CONTENT;
import static io.wirecase.core.alert.FlowRisk.KNOWN_PROTOCOL_ON_NON_STANDARD_PORT;
import static io.wirecase.core.alert.FlowRisk.MALFORMED_PACKET;
import static io.wirecase.core.alert.FlowRisk.POSSIBLE_EXPLOIT;
import static io.wirecase.core.alert.FlowRisk.SUSPICIOUS_ENTROPY;
import static io.wirecase.core.alert.FlowRisk.UNIDIRECTIONAL_TRAFFIC;
import static io.wirecase.core.alert.FlowRisk.URL_POSSIBLE_RCE_INJECTION;
import static io.wirecase.core.alert.FlowRisk.URL_POSSIBLE_SQL_INJECTION;
import static io.wirecase.core.alert.FlowRisk.URL_POSSIBLE_XSS;
import static io.wirecase.detection.risk.RiskCase.fires;
import static io.wirecase.detection.risk.RiskCase.stays;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Messages.BROWSER;
import static io.wirecase.detection.testing.Messages.address;
import static io.wirecase.detection.testing.Messages.answer;
import static io.wirecase.detection.testing.Messages.answered;
import static io.wirecase.detection.testing.Messages.browsed;
import static io.wirecase.detection.testing.Messages.exchange;
import static io.wirecase.detection.testing.Messages.get;
import static io.wirecase.detection.testing.Messages.text;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.Content;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases of what is carried: how bodies and payloads begin and are spread, sizes of messages, code in URLs. */
final class ContentCases {

    private ContentCases() {}

    static List<RiskCase> all() {
        return Stream.of(bodies(), entropies(), dns(), injections(), homes(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RiskCase> bodies() {
        FlowRisk content = HTTP_SUSPICIOUS_CONTENT;
        return List.of(
                fires(content, "a program as a page", body(Content.OTHER, 5.9, "text/html")),
                fires(content, "bytes as JSON", body(Content.ELF_PROGRAM, 5.9, "application/json; charset=utf-8")),
                stays(content, "a page", body(Content.TEXT, 4.9, "text/html")),
                stays(content, "a page in Japanese", body(Content.UNICODE_TEXT, 5.9, "text/html")),
                stays(content, "a page in an older character set", body(Content.OTHER, 5.9, "text/html; charset=GBK")),
                stays(content, "a packed page", body(Content.GZIP, 7.8, "text/html")),
                stays(
                        content,
                        "a page in a coding of its own",
                        flow().http(exchange(
                                get("/", BROWSER),
                                answered(
                                        Content.OTHER,
                                        900,
                                        7.8,
                                        "Content-Type",
                                        "text/css",
                                        "Content-Encoding",
                                        "br")))),
                stays(content, "a picture", body(Content.OTHER, null, "image/png")),
                fires(BINARY_APPLICATION_TRANSFER, "by its first bytes", body(Content.DOS_PROGRAM, null, "image/png")),
                fires(BINARY_APPLICATION_TRANSFER, "a script", body(Content.SCRIPT, null, "image/png")),
                stays(BINARY_APPLICATION_TRANSFER, "a picture", body(Content.OTHER, null, "image/png")),
                fires(BINARY_APPLICATION_TRANSFER, "outside HTTP", unknown(begins(Content.ELF_PROGRAM))),
                stays(BINARY_APPLICATION_TRANSFER, "two letters outside HTTP", unknown(begins(Content.DOS_PROGRAM))),
                fires(POSSIBLE_EXPLOIT, "a script to nobody knows what", unknown(begins(Content.SCRIPT))),
                stays(POSSIBLE_EXPLOIT, "bytes to nobody knows what", unknown(begins(null))));
    }

    private static List<RiskCase> entropies() {
        FlowRisk entropy = SUSPICIOUS_ENTROPY;
        return List.of(
                fires(entropy, "random bytes of nobody", unknown(payload(1_400, 7.86, 500))),
                fires(
                        entropy,
                        "random bytes on the port of the web",
                        unknown(payload(1_400, 7.86, 500)).application(Found.BY_PORT, "HTTP")),
                stays(entropy, "a short binary message", unknown(payload(20, 4.2, 4))),
                stays(entropy, "text with many characters", unknown(payload(900, 5.2, 890))),
                stays(
                        entropy,
                        "a protocol told by its first bytes",
                        unknown(payload(1_400, 7.86, 500)).application(Found.GUESSED, "WireGuard")),
                fires(entropy, "a page that is noise", body(Content.OTHER, 7.7, "text/html")),
                stays(entropy, "a page", body(Content.TEXT, 5.4, "text/html")),
                fires(entropy, "echo data that are always new", echo(5, 5)),
                stays(entropy, "echo data that repeat", echo(5, 0)),
                stays(entropy, "one echo", echo(0, 0)),
                stays(entropy, "a quoted packet", pinged(3, 5, 5)));
    }

    private static List<RiskCase> dns() {
        return List.of(
                fires(DNS_LARGE_PACKET, "more than plain DNS has", sized(600, null, 0)),
                fires(DNS_LARGE_PACKET, "more than agreed", sized(1_400, 1_232, 0)),
                stays(DNS_LARGE_PACKET, "as agreed", sized(1_400, 4_096, 0)),
                stays(DNS_LARGE_PACKET, "512 bytes", sized(512, null, 0)),
                stays(DNS_LARGE_PACKET, "on the link", sized(900, null, 0).application(Found.DECODED, "MDNS")),
                fires(DNS_FRAGMENTED, "in fragments", sized(1_700, 4_096, 0).fragments(1)),
                stays(DNS_FRAGMENTED, "in one piece", sized(1_400, 4_096, 0)),
                stays(
                        DNS_FRAGMENTED,
                        "another protocol in fragments",
                        flow().transport(Transport.UDP).fragments(2).application(Found.DECODED, "SNMP")),
                fires(MALFORMED_PACKET, "a DNS name that breaks the format", sized(300, null, 1)),
                stays(MALFORMED_PACKET, "a DNS name", sized(300, null, 0)),
                fires(MALFORMED_PACKET, "keys behind an odd header", keys(ServiceFacts.ODD_HEADER)),
                stays(MALFORMED_PACKET, "keys", keys("vendor 1")));
    }

    private static FlowFixtures keys(String detail) {
        Map<String, UntrustedText> details = Map.of(detail, new UntrustedText("next payload 127"));
        return flow().transport(Transport.UDP)
                .service(new ServiceFacts("IPSec", null, null, null, List.of("IKE_AUTH"), details));
    }

    private static List<RiskCase> injections() {
        return List.of(
                fires(URL_POSSIBLE_XSS, "a handler", asked("/s?q=%22%20onmouseover=alert(1)%20x=%22")),
                fires(URL_POSSIBLE_XSS, "a picture that fails", asked("/s?q=%3Cimg%20src=x%20onerror=alert(1)%3E")),
                stays(URL_POSSIBLE_XSS, "a comparison", asked("/s?q=a%3Cb%20and%20c%3Ed")),
                stays(URL_POSSIBLE_XSS, "in the path", asked("/<script>")),
                fires(URL_POSSIBLE_SQL_INJECTION, "a comment behind a quote", asked("/s?user=admin'%20--%20")),
                fires(URL_POSSIBLE_SQL_INJECTION, "always true, no quote", asked("/s?id=1+or+7=7")),
                fires(URL_POSSIBLE_SQL_INJECTION, "a delay", asked("/s?id=1-sleep(5)")),
                stays(URL_POSSIBLE_SQL_INJECTION, "a name", asked("/s?q=O'Brien+and+Sons")),
                stays(URL_POSSIBLE_SQL_INJECTION, "a sum", asked("/s?q=1+or+2")),
                fires(URL_POSSIBLE_RCE_INJECTION, "a bare command", asked("/ping?host=%3Bid")),
                fires(URL_POSSIBLE_RCE_INJECTION, "a call", asked("/x.php?c=phpinfo()")),
                fires(URL_POSSIBLE_RCE_INJECTION, "behind a zero byte", asked("/x?a=%00;cat%20/etc/passwd")),
                fires(URL_POSSIBLE_RCE_INJECTION, "of another system", asked("/x?c=;dir+c:")),
                stays(URL_POSSIBLE_RCE_INJECTION, "a word that is a command", asked("/s?q=find+the+cat")),
                stays(URL_POSSIBLE_RCE_INJECTION, "an operating system", asked("/s?q=system+of+echo+-+bats")),
                stays(URL_POSSIBLE_RCE_INJECTION, "a list of words", asked("/s?q=id;name;type")));
    }

    private static List<RiskCase> homes() {
        FlowRisk port = KNOWN_PROTOCOL_ON_NON_STANDARD_PORT;
        return List.of(
                stays(port, "mail that went over to TLS", seen("POPS", 110)),
                stays(port, "a call's keys", seen("DTLS", 50_001).transport(Transport.UDP)),
                stays(port, "a service that a mapper gave a port", seen("DCERPC", 49_667)),
                fires(port, "a service below those ports", seen("DCERPC", 8_000)),
                stays(
                        port,
                        "names over QUIC on a port of theirs",
                        flow().transport(Transport.UDP)
                                .application(Found.DECODED, "QUIC", "DoH_DoT")
                                .server(FlowFixtures.SERVER, 853)),
                fires(port, "QUIC on another", seen("QUIC", 4_433).transport(Transport.UDP)));
    }

    private static List<RiskCase> others() {
        FlowFixtures reported = flow().silent().application(Found.DECODED, "Syslog");
        return List.of(
                fires(ERROR_CODE, "SNMP", snmp(Map.of("error", text("2")))),
                stays(ERROR_CODE, "SNMP without one", snmp(Map.of())),
                fires(UNIDIRECTIONAL_TRAFFIC, "a report that nothing acknowledges", reported),
                stays(
                        UNIDIRECTIONAL_TRAFFIC,
                        "a report in datagrams",
                        flow().silent().transport(Transport.UDP).application(Found.DECODED, "Syslog")));
    }

    private static FlowFixtures asked(String target) {
        return flow().http(browsed(target));
    }

    private static FlowFixtures seen(String protocol, int port) {
        return flow().application(Found.DECODED, protocol).server(FlowFixtures.SERVER, port);
    }

    private static FlowFixtures snmp(Map<String, UntrustedText> details) {
        return flow().transport(Transport.UDP)
                .service(new ServiceFacts("SNMP", text("2c"), null, null, List.of("response"), details));
    }

    static FlowFixtures body(Content content, @Nullable Double entropy, String type) {
        return flow().http(exchange(get("/f", BROWSER), answered(content, 900, entropy, "Content-Type", type)));
    }

    static FlowFixtures unknown(FirstPayload... first) {
        return flow().first(first).application(Found.UNKNOWN);
    }

    static FirstPayload payload(int bytes, double entropy, int printable) {
        return new FirstPayload(Party.ORIGINATOR, bytes, entropy, 4, printable, 1, 3);
    }

    private static FirstPayload begins(@Nullable Content content) {
        return new FirstPayload(Party.ORIGINATOR, 900, 4, 3, 100, 1, 3, content, false);
    }

    private static FlowFixtures echo(long compared, long renewed) {
        return pinged(8, compared, renewed);
    }

    static FlowFixtures pinged(int type, long compared, long renewed) {
        IcmpPayloads.Sent sent = new IcmpPayloads.Sent(compared + 1, 90, 56, 56, 56, 56, 5.6, 5.3, compared, renewed);
        return flow().icmp(new IcmpFacts(type, 0, new IcmpPayloads(sent, null, 0, 0)));
    }

    static FlowFixtures sized(int bytes, @Nullable Integer edns, int malformed) {
        return flow().dns(new DnsFacts(
                List.of(answer("a.example", 0, address(60))), 0, null, new DnsFacts.Datagrams(bytes, edns, malformed)));
    }
}
