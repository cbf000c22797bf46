package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import org.junit.jupiter.api.Test;

class HttpTest {

    private static final String CHECK =
            "GET / HTTP/1.1\r\nHost: connectivity-check.ubuntu.com\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\nserver: nginx/1.14.0 (Ubuntu)\r\n"
            + "x-networkmanager-status: online\r\nconnection: close\r\n\r\n";

    @Test
    void a_connectivity_check_is_read_to_the_byte() {
        Talk talk = Talk.tcp(80).client(CHECK).server(NO_CONTENT);

        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(talk.name()).isEqualTo("HTTP");
        HttpExchange.Request request = talk.request(0);
        assertThat(request.head().headBytes()).isEqualTo(87);
        assertThat(request.head().bodyBytes()).isZero();
        assertThat(request.head().packet()).isEqualTo(1);
        assertThat(request.head().timeNanos()).isEqualTo(Talk.SECOND);
        assertThat(request.host()).isEqualTo(new UntrustedText("connectivity-check.ubuntu.com"));
        assertThat(request.userAgent()).isNull();
        assertThat(request.head().headers())
                .extracting(header -> header.name().raw())
                .containsExactly("Host", "Accept", "Connection");
        HttpExchange.Response response = talk.response(0);
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.server()).isEqualTo(new UntrustedText("nginx/1.14.0 (Ubuntu)"));
        assertThat(response.head().field("X-NetworkManager-Status")).isEqualTo(new UntrustedText("online"));
        assertThat(response.head().headBytes()).isEqualTo(NO_CONTENT.length());
        assertThat(response.head().bodyBytes()).isZero();
    }

    @Test
    void bytes_after_a_reply_that_should_have_ended_are_counted_as_its_body() {
        Talk talk =
                Talk.tcp(80).client(CHECK).server(NO_CONTENT + "x".repeat(700)).server("y".repeat(300));

        assertThat(talk.response(0).head().bodyBytes()).isEqualTo(1000);
    }

    @Test
    void an_empty_user_agent_is_not_a_missing_one() {
        Talk talk = Talk.tcp(80).client("GET / HTTP/1.1\r\nHost: a\r\nUser-Agent:\r\n\r\n");

        assertThat(talk.request(0).userAgent()).isEqualTo(new UntrustedText(""));
        assertThat(talk.exchanges().getFirst().response()).isNull();
    }

    @Test
    void pipelined_requests_pair_with_responses_in_order_however_they_are_cut() {
        String requests = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
                + "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nGET /"
                + "HEAD /3 HTTP/1.1\r\nHost: a\r\n\r\n"
                + "GET /4 HTTP/1.1\r\nHost: a\r\n\r\n";
        String responses = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
                + "HTTP/1.1 100 Continue\r\n\r\n"
                + "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "4;x=y\r\nHTTP\r\nA\r\n0123456789\r\n0\r\nT: v\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"
                + "HTTP/1.1 304 Not Modified\r\nContent-Length: 77\r\n\r\n";
        for (int size = 1; size <= 60; size++) {
            Talk talk = Talk.tcp(8000);
            cut(talk, Party.ORIGINATOR, requests, size);
            cut(talk, Party.RESPONDER, responses, size);

            assertThat(talk.exchanges()).as("cut in %s", size).hasSize(4);
            assertThat(talk.exchanges())
                    .extracting(exchange -> exchange.response().status())
                    .containsExactly(200, 201, 200, 304);
            assertThat(talk.exchanges())
                    .extracting(exchange -> exchange.response().head().bodyBytes())
                    .containsExactly(3L, 14L, 0L, 0L);
            assertThat(talk.exchanges())
                    .extracting(exchange -> exchange.request().target().raw())
                    .containsExactly("/1", "/2", "/3", "/4");
            assertThat(talk.request(1).head().bodyBytes()).isEqualTo(5);
        }
    }

    private static void cut(Talk talk, Party sender, String text, int size) {
        for (int from = 0; from < text.length(); from += size) {
            talk.send(sender, Talk.bytes(text.substring(from, Math.min(text.length(), from + size))));
        }
    }

    @Test
    void a_body_without_length_goes_on_until_the_end() {
        Talk talk =
                Talk.tcp(80).client(CHECK).server("HTTP/1.0 200 OK\r\n\r\n").server("HTTP/1.1 200 no message\r\n\r\n");

        assertThat(talk.exchanges()).hasSize(1);
        assertThat(talk.response(0).head().bodyBytes()).isEqualTo(27);
    }

    @Test
    void missing_bytes_inside_a_body_count_and_the_next_message_is_found() {
        Talk talk = Talk.tcp(80)
                .client(CHECK)
                .server("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")
                .gap(Party.RESPONDER, 900)
                .server("z".repeat(97))
                .client(CHECK)
                .server(NO_CONTENT);

        assertThat(talk.response(0).head().bodyBytes()).isEqualTo(1000);
        assertThat(talk.response(1).status()).isEqualTo(204);
    }

    @Test
    void missing_bytes_across_messages_cost_only_what_was_missing() {
        Talk talk = Talk.tcp(80)
                .client(CHECK)
                .server("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
                .gap(Party.RESPONDER, 40)
                .server("rest of a head\r\n\r\n")
                .client(CHECK)
                .server(NO_CONTENT);

        assertThat(talk.response(0).head().bodyBytes()).isEqualTo(10);
        assertThat(talk.response(1).status()).isEqualTo(204);
    }

    @Test
    void a_response_seen_without_its_request_stands_alone() {
        Talk talk = new Talk(Transport.TCP, 80, 50_000).client(NO_CONTENT);

        assertThat(talk.name()).isEqualTo("HTTP");
        assertThat(talk.exchanges().getFirst().request()).isNull();
        assertThat(talk.response(0).status()).isEqualTo(204);
    }

    @Test
    void a_stream_joined_in_the_middle_is_recognised_where_a_message_begins() {
        Talk talk = Talk.tcp(80)
                .server("\u0000\u0001 the rest of a body")
                .client(CHECK)
                .server(NO_CONTENT);

        assertThat(talk.name()).isEqualTo("HTTP");
        assertThat(talk.response(0).status()).isEqualTo(204);
    }

    @Test
    void of_credentials_only_the_scheme_is_kept_and_whether_they_were_taken() {
        Talk talk = Talk.tcp(80)
                .client("GET / HTTP/1.1\r\nAuthorization: Basic YWxpY2U6aHVudGVyMg==\r\n\r\n")
                .server("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
                .client("GET / HTTP/1.1\r\nauthorization:  Digest username=\"alice\"\r\n\r\n")
                .server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(talk.request(0).head().field("Authorization")).hasToString("Basic");
        assertThat(talk.request(1).head().field("Authorization")).hasToString("Digest");
        assertThat(talk.tracker.facts().login())
                .isEqualTo(new LoginFacts("HTTP", new UntrustedText("Digest"), true, true, 2, true, 1));
        assertThat(talk.tracker.facts().toString()).doesNotContain("YWxpY2U6").doesNotContain("alice");
    }

    @Test
    void the_port_does_not_make_http_and_any_port_may_carry_it() {
        assertThat(Talk.tcp(31_337).client(CHECK).name()).isEqualTo("HTTP");
        Talk other = Talk.tcp(80).client("\u0000\u0001\u0002\u0003 no such thing".repeat(4));
        assertThat(other.tracker.facts().http()).isNull();
        assertThat(other.tracker.application().from()).isEqualTo(Application.Found.BY_PORT);
    }

    @Test
    void a_whole_address_as_target_is_a_proxys() {
        Talk talk = Talk.tcp(3128).client("GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n");

        assertThat(talk.name()).isEqualTo("HTTP_Proxy");
        assertThat(talk.request(0).target()).isEqualTo(new UntrustedText("http://example.com/"));
    }

    @Test
    void what_a_tunnel_carries_is_read_as_a_stream_of_its_own() {
        Talk talk = Talk.tcp(8080)
                .client("CONNECT 10.0.0.9:80 HTTP/1.1\r\nHost: 10.0.0.9:80\r\n\r\n")
                .server("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 2\r\n\r\nno")
                .client("CONNECT 10.0.0.9:80 HTTP/1.1\r\nProxy-Authorization: Basic eDp5\r\n\r\n")
                .server("HTTP/1.1 200 Connection established\r\n\r\n")
                .client("SSH-2.0-OpenSSH_9.6\r\n")
                .server("SSH-2.0-OpenSSH_9.6\r\n");

        assertThat(talk.tracker.application().stack()).containsExactly("HTTP_Connect", "SSH");
        assertThat(talk.exchanges()).hasSize(2);
        assertThat(talk.response(0).status()).isEqualTo(407);
        assertThat(talk.response(1).head().bodyBytes()).isZero();
    }

    @Test
    void an_upgraded_connection_says_to_what() {
        Talk talk = Talk.tcp(80)
                .client("GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
                .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\n\r\n\u0081\u0002hi")
                .client("\u0081\u0082aaaabb");

        assertThat(talk.tracker.application().stack()).containsExactly("HTTP", "WebSocket");
        assertThat(talk.exchanges()).hasSize(1);
        assertThat(talk.request(0).head().bodyBytes()).isZero();
    }

    @Test
    void contradicting_lengths_are_not_believed() {
        Talk talk = Talk.tcp(80)
                .client(CHECK)
                .server("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcHTTP/1.1 200 OK\r\n\r\n");

        assertThat(talk.exchanges()).hasSize(1);
        assertThat(talk.response(0).head().bodyBytes()).isEqualTo(22);
    }

    @Test
    void more_than_is_kept_is_counted() {
        Talk talk = Talk.tcp(80);
        for (int i = 0; i < 40; i++) {
            talk.client("GET /" + i + " HTTP/1.1\r\nHost: a\r\n\r\n").server(NO_CONTENT);
        }
        talk.client("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(talk.exchanges()).hasSize(HttpFacts.MAX_EXCHANGES);
        assertThat(talk.http().omitted()).isEqualTo(41 - HttpFacts.MAX_EXCHANGES);

        Talk many = Talk.tcp(80).client("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(60) + "\r\n");
        assertThat(many.request(0).head().headers()).hasSize(HttpExchange.MAX_HEADERS);
        assertThat(many.request(0).head().headersOmitted()).isEqualTo(60 - HttpExchange.MAX_HEADERS);
    }

    @Test
    void framing_fields_behind_padding_still_frame() {
        Talk talk = Talk.tcp(80)
                .client("POST / HTTP/1.1\r\n" + "A: b\r\n".repeat(60)
                        + "Content-Length: 4\r\n\r\nbodyGET /2 HTTP/1.1\r\n\r\n");

        assertThat(talk.request(0).head().bodyBytes()).isEqualTo(4);
        assertThat(talk.request(1).target()).isEqualTo(new UntrustedText("/2"));
    }

    @Test
    void a_head_that_never_ends_is_cut_and_reading_goes_on() {
        Talk talk = Talk.tcp(80).client("GET / HTTP/1.1\r\n");
        for (int i = 0; i < 100; i++) {
            talk.client("X-" + i + ": " + "v".repeat(1400) + "\r\n");
        }
        talk.client(CHECK);

        assertThat(talk.request(0).head().headBytes()).isEqualTo(65_536);
        assertThat(talk.request(1).host()).isEqualTo(new UntrustedText("connectivity-check.ubuntu.com"));
    }
}
