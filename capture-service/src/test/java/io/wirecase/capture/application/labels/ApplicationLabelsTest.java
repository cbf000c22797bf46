package io.wirecase.capture.application.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicationLabelsTest {

    private static final Facts NOTHING = Facts.NONE;
    private static final IpAddress ELSEWHERE = IpAddress.of("203.0.113.9");

    private static Application label(List<String> stack, Facts facts, @Nullable String resolved, IpAddress responder) {
        FlowKey key = key(responder);
        Resolution resolution = resolved == null ? null : new Resolution(text(resolved), 1, 1, null);
        Application read = stack.isEmpty() ? Application.UNKNOWN : new Application(stack, Found.DECODED);
        return ApplicationLabels.SHIPPED.label(read, facts, resolution, key);
    }

    private static Application label(Facts facts, String... stack) {
        return label(List.of(stack), facts, null, ELSEWHERE);
    }

    private static UntrustedText text(String raw) {
        return new UntrustedText(raw);
    }

    private static TlsFacts hello(@Nullable String name, String... alpn) {
        List<UntrustedText> offered =
                List.of(alpn).stream().map(UntrustedText::new).toList();
        return new TlsFacts(0x303, null, null, name == null ? null : text(name), offered, null, null, null, false);
    }

    private static Facts tls(TlsFacts facts) {
        return new Facts.Draft().tls(facts).build();
    }

    private static Facts http(String host) {
        HttpExchange.Head head = new HttpExchange.Head(0, 1, 10, 0, List.of(), 0);
        HttpExchange.Request request =
                new HttpExchange.Request(head, text("GET"), text("/"), text("HTTP/1.1"), text(host), null);
        return new Facts.Draft()
                .http(new HttpFacts(List.of(new HttpExchange(request, null)), 0))
                .build();
    }

    @Test
    void the_name_asked_for_tells_and_the_carrier_stays() {
        Application labelled = label(tls(hello("www.youtube.com")), "TLS");

        assertThat(labelled.name()).isEqualTo("TLS.YouTube");
        assertThat(labelled.carrier()).isEqualTo("TLS");
        assertThat(labelled.protocol()).isEqualTo("TLS");
        assertThat(labelled.from()).isEqualTo(Found.DECODED);
        assertThat(labelled.named()).isEqualTo(Found.DECODED);
        assertThat(label(tls(hello("www.youtube.com")), "QUIC").name()).isEqualTo("QUIC.YouTube");
        assertThat(label(tls(hello("imap.gmail.com")), "IMAPS").name()).isEqualTo("IMAPS.GMail");
    }

    @Test
    void a_host_field_and_a_question_tell_too() {
        assertThat(label(http("update.microsoft.com:80"), "HTTP").name()).isEqualTo("HTTP.WindowsUpdate");
        assertThat(label(http("www.bing.com"), "HTTP_Proxy").name()).isEqualTo("HTTP_Proxy.Microsoft");
        DnsFacts asked = new DnsFacts(
                List.of(new DnsFacts.Transaction(1, 1, 1, text("p01.icloud.com"), 1, null, List.of(), 0)),
                0,
                List.of());
        assertThat(label(new Facts.Draft().dns(asked).build(), "DNS").name()).isEqualTo("DNS.AppleiCloud");
    }

    @Test
    void inside_a_proxy_tunnel_all_three_are_told() {
        Application labelled = label(tls(hello("github.com")), "HTTP_Connect", "TLS");

        assertThat(labelled.stack()).containsExactly("HTTP_Connect", "TLS", "Github");
        assertThat(labelled.protocols()).containsExactly("HTTP_Connect", "TLS");
    }

    @Test
    void without_a_name_the_certificate_tells_and_then_what_the_client_had_resolved() {
        UntrustedText subject = text("CN=x,O=Spotify AB");
        TlsCertificate own = new TlsCertificate(
                subject,
                subject,
                List.of(text("x.test"), text("*.scdn.co")),
                0,
                0,
                1,
                "1",
                "EC",
                256,
                "s",
                "a",
                "b",
                true);
        TlsFacts shown = new TlsFacts(
                0x303,
                0x303,
                1,
                null,
                List.of(),
                null,
                null,
                null,
                false,
                null,
                null,
                new TlsCertificates(List.of(own), List.of(), 0, 0, null),
                null);

        assertThat(label(tls(shown), "TLS").name()).isEqualTo("TLS.Spotify");
        Application resolved = label(List.of("TLS"), NOTHING, "web.whatsapp.com", ELSEWHERE);
        assertThat(resolved.name()).isEqualTo("TLS.WhatsApp");
        assertThat(resolved.from()).isEqualTo(Found.DECODED);
        assertThat(resolved.named()).isEqualTo(Found.BY_DNS);
    }

    @Test
    void a_name_asked_for_that_is_in_no_table_is_not_overruled_by_the_one_resolved() {
        Facts relayed = tls(hello("relay.test"));

        assertThat(label(List.of("TLS"), relayed, "updates.cdn-apple.com", ELSEWHERE)
                        .name())
                .isEqualTo("TLS");
        assertThat(label(List.of("HTTP"), http("other.test"), "www.apple.com", ELSEWHERE)
                        .name())
                .isEqualTo("HTTP");
    }

    @Test
    void dns_over_tls_and_quic_is_told_by_the_protocol_asked_for() {
        assertThat(label(tls(hello("resolver.test", "dot")), "TLS").name()).isEqualTo("TLS.DoH_DoT");
        assertThat(label(tls(hello(null, "doq-i03")), "QUIC").name()).isEqualTo("QUIC.DoH_DoT");
    }

    @Test
    void a_resolvers_host_name_says_what_it_is_for() {
        for (String name : List.of("doh.resolver.test", "DOH-2.resolver.test", "fi.doh.dns.test")) {
            assertThat(label(tls(hello(name)), "TLS"))
                    .as(name)
                    .isEqualTo(new Application(List.of("TLS", "DoH_DoT"), Found.DECODED, Found.GUESSED));
        }
        for (String name : List.of("dohnuts.test", "redoh.test", "doh", "www.dot.test")) {
            assertThat(label(tls(hello(name)), "TLS").name()).as(name).isEqualTo("TLS");
        }
    }

    @Test
    void what_uses_http_for_its_messages_is_a_protocol_of_its_own() {
        assertThat(label(exchange("PROPFIND", "text/xml", null), "HTTP").protocols())
                .containsExactly("HTTP", "WebDAV");
        assertThat(label(exchange("POST", "application/ocsp-request", null), "HTTP")
                        .name())
                .isEqualTo("HTTP.OCSP");
        assertThat(label(exchange("GET", null, "Application/OCSP-response; x=y"), "HTTP")
                        .name())
                .isEqualTo("HTTP.OCSP");
        assertThat(label(exchange("POST", "text/plain", "text/html"), "HTTP").name())
                .isEqualTo("HTTP");
    }

    private static Facts exchange(String method, @Nullable String sent, @Nullable String answered) {
        List<HttpExchange.Header> headers =
                sent == null ? List.of() : List.of(new HttpExchange.Header(text("content-type"), text(sent)));
        HttpExchange.Head head = new HttpExchange.Head(0, 1, 10, 0, headers, 0);
        HttpExchange.Request request =
                new HttpExchange.Request(head, text(method), text("/"), text("HTTP/1.1"), text("ca.test"), null);
        HttpExchange.Response response =
                answered == null ? null : new HttpExchange.Response(head, 200, null, text(answered));
        return new Facts.Draft()
                .http(new HttpFacts(List.of(new HttpExchange(request, response)), 0))
                .build();
    }

    @Test
    void where_not_even_a_protocol_is_known_the_name_resolved_and_then_the_address_tell() {
        IpAddress owned = IpAddress.of("149.154.167.51");
        Application resolved = label(List.of(), NOTHING, "discord.gg", owned);
        Application owner = label(List.of(), NOTHING, null, owned);

        assertThat(resolved.stack()).containsExactly("Discord");
        assertThat(resolved.from()).isEqualTo(Found.BY_DNS);
        assertThat(owner.stack()).containsExactly("Telegram");
        assertThat(owner.from()).isEqualTo(Found.BY_ADDRESS);
        assertThat(owner.protocols()).isEmpty();
        assertThat(owner.protocol()).isEqualTo("Unknown");
        assertThat(label(List.of(), NOTHING, null, ELSEWHERE)).isEqualTo(Application.UNKNOWN);
    }

    @Test
    void the_address_speaks_before_a_port_that_the_first_bytes_belie() {
        Application byPort = new Application(List.of("TLS"), Found.BY_PORT);
        FlowKey key = key(IpAddress.of("149.154.167.51"));
        Application belied = ApplicationLabels.SHIPPED.label(byPort, begun("ShAD"), null, key);
        assertThat(belied.name()).isEqualTo("Telegram");
        assertThat(belied.from()).isEqualTo(Found.BY_ADDRESS);
        assertThat(ApplicationLabels.SHIPPED
                        .label(byPort, begun("ShA"), null, key)
                        .from())
                .isEqualTo(Found.BY_PORT);
        assertThat(ApplicationLabels.SHIPPED.label(byPort, NOTHING, null, key).from())
                .isEqualTo(Found.BY_PORT);
        assertThat(ApplicationLabels.SHIPPED.label(byPort, begun("ShAD"), null, key(ELSEWHERE)))
                .isEqualTo(byPort);
    }

    /** A connection seen from its start. */
    private static Facts begun(String history) {
        SynFacts syn = new SynFacts(64_240, 64, 1_460, 7, "mss");
        TcpFacts tcp = new TcpFacts("S1", history, 0x1A, 0x1A, TcpFacts.SYN, null, syn, syn, 1L, 0, 0, null);
        return new Facts.Draft().tcp(tcp).build();
    }

    private static FlowKey key(IpAddress responder) {
        return new FlowKey(
                Transport.TCP,
                6,
                new Endpoint(IpAddress.of("192.168.1.2"), 50_000),
                new Endpoint(responder, 443),
                List.of(),
                null);
    }

    @Test
    void the_address_does_not_speak_where_a_protocol_is_known() {
        assertThat(label(List.of("SSH"), NOTHING, "github.com", ELSEWHERE).name())
                .isEqualTo("SSH");
        assertThat(label(List.of("TLS"), NOTHING, null, IpAddress.of("149.154.167.51"))
                        .name())
                .isEqualTo("TLS");
    }

    @Test
    void hostile_names_find_nothing() {
        for (String name :
                List.of("", ".", "..", "\u0000", "www.google.com\u0000.test", "google.com/", "\u0433.\u0440\u0444")) {
            assertThat(label(tls(hello(name)), "TLS").name()).as(name).isEqualTo("TLS");
            assertThat(label(http(name), "HTTP").name()).as(name).isEqualTo("HTTP");
        }
    }
}
