package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.Party;
import org.junit.jupiter.api.Test;

/** What web sockets carry. */
class WebSocketTest {

    private static Talk webSocket() {
        return Talk.tcp(80)
                .client("GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
                .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
    }

    @Test
    void what_a_web_socket_carries_is_read_without_its_frames_however_they_are_cut() {
        String banner = "SSH-2.0-OpenSSH_9.6\r\n";
        String ping = "\u0089\u0000";
        String split =
                "\u0002\u0005" + banner.substring(0, 5) + ping + "\u0080\u007e\u0000\u0010" + banner.substring(5);
        StringBuilder masked = new StringBuilder("\u0082").append((char) (0x80 | banner.length()));
        String mask = "\u0011\u00f0\u0007\u00aa";
        masked.append(mask);
        for (int i = 0; i < banner.length(); i++) {
            masked.append((char) (banner.charAt(i) ^ mask.charAt(i % 4)));
        }
        for (int size = 1; size <= 30; size++) {
            Talk talk = webSocket();
            cut(talk, Party.RESPONDER, split, size);
            cut(talk, Party.ORIGINATOR, masked.toString(), size);

            assertThat(talk.tracker.application().stack())
                    .as("cut in %s", size)
                    .containsExactly("HTTP", "WebSocket", "SSH");
        }
    }

    @Test
    void a_chat_in_a_web_socket_compressed_or_not_carries_nothing_else() {
        String text = "\u0081\u0013{\"say\": \"good day\"}";
        assertThat(webSocket().server(text).client(text).tracker.application().stack())
                .containsExactly("HTTP", "WebSocket");
        Talk compressed = webSocket().server("\u00c1\u0004SSH-").client("\u00c1\u0004SSH-");
        assertThat(compressed.tracker.application().stack()).containsExactly("HTTP", "WebSocket");
        assertThat(compressed.tracker.wantsMore()).isFalse();
        Talk holed = webSocket().gap(Party.RESPONDER, 10).server("\u0082\u0015SSH-2.0-OpenSSH_9.6\r\n");
        assertThat(holed.tracker.application().stack()).containsExactly("HTTP", "WebSocket");
    }

    private static void cut(Talk talk, Party sender, String text, int size) {
        for (int from = 0; from < text.length(); from += size) {
            talk.send(sender, Talk.bytes(text.substring(from, Math.min(text.length(), from + size))));
        }
    }
}
