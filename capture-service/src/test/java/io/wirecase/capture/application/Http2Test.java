package io.wirecase.capture.application;

import static io.wirecase.capture.application.Conversation.hex;
import static io.wirecase.capture.application.Conversation.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.UntrustedText;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The header blocks are those of RFC 7541 appendix C.4 and C.6, with Huffman codes and a dynamic table. */
class Http2Test {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final String GET = "828684418cf1e3c2e5f23a6ba0ab90f4ff";
    private static final String GET_AGAIN = "828684be5886a8eb10649cbf";
    private static final String FOUND = "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e0"
            + "82a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3";

    private static byte[] frame(int type, int flags, int stream, byte[] body) {
        ByteBuffer header = ByteBuffer.allocate(9);
        header.put((byte) 0)
                .putShort((short) body.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream);
        return join(header.array(), body);
    }

    private static HttpFacts http(Told told) {
        return Objects.requireNonNull(told.facts().http());
    }

    private static HttpExchange.Request request(Told told, int exchange) {
        return Objects.requireNonNull(http(told).exchanges().get(exchange).request());
    }

    private static HttpExchange.Response response(Told told, int exchange) {
        return Objects.requireNonNull(http(told).exchanges().get(exchange).response());
    }

    @Test
    void exchanges_are_read_stream_by_stream() {
        Told told = Conversation.on(8443)
                .client(PREFACE)
                .client(frame(4, 0, 0, hex("000100002000")))
                .server(frame(4, 0, 0, hex("000300000064")))
                .client(frame(1, 5, 1, hex(GET)))
                .client(frame(
                        1,
                        0x25,
                        3,
                        join(hex("0000000010"), hex(GET_AGAIN.substring(0, 8)), hex(GET_AGAIN.substring(8)))))
                .server(frame(1, 0, 3, hex(FOUND.substring(0, 20))))
                .server(frame(9, 4, 3, hex(FOUND.substring(20))))
                .server(frame(0, 8, 3, join(hex("02"), "body", new byte[2])))
                .server(frame(0, 1, 3, new byte[1000]))
                .told();

        assertThat(told.application().name()).isEqualTo("HTTP2");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(http(told).exchanges()).hasSize(2);
        assertThat(request(told, 0).method()).hasToString("GET");
        assertThat(request(told, 0).host()).hasToString("www.example.com");
        assertThat(request(told, 1).host()).hasToString("www.example.com");
        assertThat(request(told, 1).version()).hasToString("HTTP/2");
        assertThat(request(told, 1).head().field("cache-control")).hasToString("no-cache");
        assertThat(http(told).exchanges().get(0).response()).isNull();
        assertThat(response(told, 1).status()).isEqualTo(302);
        assertThat(response(told, 1).head().field("location")).hasToString("https://www.example.com");
        assertThat(response(told, 1).head().bodyBytes()).isEqualTo(1004);
    }

    @Test
    void after_an_upgrade_the_response_to_the_first_request_is_on_stream_one() {
        Told told = Conversation.on(80)
                .client("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABk\r\n\r\n")
                .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n")
                .server(frame(4, 0, 0, new byte[0]))
                .client(PREFACE)
                .server(frame(1, 5, 1, hex(FOUND)))
                .told();

        assertThat(told.application().stack()).containsExactly("HTTP", "HTTP2");
        assertThat(http(told).exchanges()).hasSize(2);
        assertThat(response(told, 0).status()).isEqualTo(101);
        assertThat(response(told, 1).status()).isEqualTo(302);
    }

    @Test
    void credentials_are_no_more_kept_than_in_http_1() {
        byte[] basic = join(hex("8286 84 0f08 12"), "Basic YWxpY2U6cHc=");
        Told told = Conversation.on(80)
                .client(PREFACE)
                .client(frame(1, 5, 1, basic))
                .told();

        assertThat(request(told, 0).head().field("authorization")).hasToString("Basic");
        assertThat(told.login()).isEqualTo(new LoginFacts("HTTP", new UntrustedText("Basic"), true, true, 1, null, 2));
        assertThat(told.facts().toString()).doesNotContain("YWxpY2U6");
    }

    @Test
    void blocks_that_cannot_be_read_end_the_reading_of_heads_and_nothing_else() {
        Told told = Conversation.on(80)
                .client(PREFACE)
                .client(frame(1, 5, 1, hex("ffffffffffffffffffff")))
                .client(frame(1, 5, 3, hex(GET)))
                .told();

        assertThat(told.application().name()).isEqualTo("HTTP2");
        assertThat(told.facts().http()).isNull();
    }

    @Test
    void a_flood_of_streams_keeps_the_first_and_counts_the_rest() {
        Talk talk = Talk.tcp(80).client(PREFACE);
        for (int i = 0; i < 1000; i++) {
            talk.client(frame(1, 5, 2 * i + 1, hex("828684")));
        }

        assertThat(talk.exchanges()).hasSize(HttpFacts.MAX_EXCHANGES);
        assertThat(talk.http().omitted()).isEqualTo(1000 - HttpFacts.MAX_EXCHANGES);
    }
}
