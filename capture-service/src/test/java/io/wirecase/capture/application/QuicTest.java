package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static io.wirecase.capture.application.quic.QuicBytes.crypto;
import static io.wirecase.capture.application.quic.QuicBytes.joined;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.quic.QuicBytes;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.QuicFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.UntrustedText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuicTest {

    /** The ClientHello of RFC 9001 appendix A.2, without the frame around it. */
    private static final byte[] APPENDIX = HexFormat.of()
            .parseHex("010000ed0303ebf8fa56f12939b9584a3896472ec40bb863cfd3e868"
                    + "04fe3a47f06a2b69484c00000413011302010000c000000010000e00000b6578"
                    + "616d706c652e636f6dff01000100000a00080006001d00170018001000070005"
                    + "04616c706e000500050100000000003300260024001d00209370b2c9caa47fba"
                    + "baf4559fedba753de171fa71f50f1ce15d43e994ec74d748002b000302030400"
                    + "0d0010000e0403050306030203080408050806002d00020101001c0002400100"
                    + "3900320408ffffffffffffffff05048000ffff07048000ffff08011001048000"
                    + "75300901100f088394c8f03e51570806048000ffff");

    private static final byte[] HELLO = new HelloBytes(0x0303)
            .ciphers(0x1301, 0x1302)
            .serverName("video.example")
            .alpn("h3")
            .versions(0x0304)
            .extension(57, agent("Browser/1.0"))
            .extension(21, new byte[900])
            .client();

    private static final byte[] SERVER_ID = {9, 9, 9, 9};

    private static byte[] agent(String name) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(text.length + 7)
                .put(new byte[] {1, 2, 0, 0, 0x71, 0x29, (byte) text.length})
                .put(text)
                .array();
    }

    private static QuicBytes first() {
        return new QuicBytes(1, QuicBytes.SALT_1);
    }

    private static QuicFacts quic(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().quic());
    }

    private static TlsFacts tls(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().tls());
    }

    private static String name(Talk talk) {
        TlsFacts facts = talk.tracker.facts().tls();
        UntrustedText name = facts == null ? null : facts.serverName();
        return name == null ? "none" : name.raw();
    }

    @Test
    void the_packet_of_the_standard_is_opened() {
        byte[] frame = joined(new byte[] {6, 0, 0x40, (byte) 0xF1}, APPENDIX);
        byte[] packet = first().initial(2, frame);
        assertThat(HexFormat.of().formatHex(packet, 0, 38))
                .as("appendix A.2")
                .isEqualTo("c000000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11d242b123dc9b");

        Talk talk = Talk.udp(443).client(packet);

        assertThat(talk.tracker.application())
                .isEqualTo(new Application(java.util.List.of("QUIC"), Application.Found.DECODED));
        assertThat(name(talk)).isEqualTo("example.com");
        assertThat(tls(talk).alpn()).containsExactly(new UntrustedText("alpn"));
        assertThat(tls(talk).ja4()).startsWith("q13d0211an_");
        assertThat(quic(talk).version()).isEqualTo(1);
        assertThat(quic(talk).destinationConnectionId()).isEqualTo("8394c8f03e515708");
        assertThat(quic(talk).sourceConnectionId()).isEmpty();
    }

    @Test
    void the_packet_of_version_2_is_opened() {
        byte[] packet = new QuicBytes(0x6B3343CFL, QuicBytes.SALT_2)
                .initial(2, joined(new byte[] {6, 0, 0x40, (byte) 0xF1}, APPENDIX));
        assertThat(HexFormat.of().formatHex(packet, 0, 22))
                .as("RFC 9369 appendix A.2")
                .isEqualTo("d76b3343cf088394c8f03e5157080000449ea0c95e82");

        assertThat(name(Talk.udp(443).client(packet))).isEqualTo("example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "ff000016, " + QuicBytes.SALT_DRAFT_22,
        "ff00001c, " + QuicBytes.SALT_DRAFT_23,
        "ff00001d, " + QuicBytes.SALT_DRAFT_29,
        "ff000022, " + QuicBytes.SALT_1,
        "faceb002, " + QuicBytes.SALT_DRAFT_23
    })
    void drafts_are_opened_on_any_port(String version, String salt) {
        QuicBytes packets = new QuicBytes(Long.parseLong(version, 16), salt);

        assertThat(name(Talk.udp(4433).client(packets.initial(0, crypto(HELLO, 0, HELLO.length)))))
                .isEqualTo("video.example");
    }

    @Test
    void a_hello_in_pieces_and_out_of_order_is_put_together() {
        QuicBytes packets = first().padTo(300);
        TlsFacts whole = tls(Talk.udp(443).client(packets.initial(0, crypto(HELLO, 0, HELLO.length))));
        Talk talk = Talk.udp(443)
                .client(packets.initial(1, crypto(HELLO, 400, HELLO.length), new byte[] {1}, crypto(HELLO, 90, 100)))
                .client(joined(
                        packets.initial(
                                2, new byte[] {2, 5, 1, 1, 2, 0, 0, 3, 5, 1, 0, 2, 0, 0, 0}, crypto(HELLO, 0, 50)),
                        packets.initial(3, crypto(HELLO, 300, 420), crypto(HELLO, 40, 310))));

        assertThat(tls(talk)).isEqualTo(whole);
        assertThat(quic(talk).userAgent()).isEqualTo(new UntrustedText("Browser/1.0"));
    }

    @Test
    void of_a_hello_that_never_ends_the_start_is_told() {
        Talk talk = Talk.udp(443).client(first().initial(0, crypto(HELLO, 0, 200)));

        assertThat(name(talk)).isEqualTo("video.example");
        assertThat(tls(talk).ja4()).isNull();
    }

    @Test
    void later_packets_to_the_servers_own_id_keep_the_keys_of_the_first() {
        QuicBytes later =
                first().keysOf(HexFormat.of().parseHex("8394c8f03e515708")).to(SERVER_ID);
        Talk talk = Talk.udp(443)
                .client(first().initial(0, crypto(HELLO, 0, 60)))
                .server(first().keysOf((byte) 1).to().from(SERVER_ID).initial(0, new byte[] {1}))
                .client(later.initial(1, crypto(HELLO, 60, HELLO.length)));

        assertThat(tls(talk).ja4()).isNotNull();
    }

    @Test
    void after_a_retry_the_keys_follow_from_the_id_in_it() {
        byte[] retry = joined(new byte[] {(byte) 0xF0, 0, 0, 0, 1, 0, 4}, SERVER_ID, new byte[30]);
        Talk talk = Talk.udp(443)
                .client(first().initial(0, crypto(HELLO, 0, 60)))
                .server(retry)
                .client(first().keysOf(SERVER_ID)
                        .to(SERVER_ID)
                        .token((byte) 7, (byte) 7)
                        .initial(1, crypto(HELLO, 0, HELLO.length)));

        assertThat(quic(talk).retried()).isTrue();
        assertThat(quic(talk).destinationConnectionId()).isEqualTo("8394c8f03e515708");
        assertThat(tls(talk).ja4()).isNotNull();
    }

    @Test
    void a_negotiation_tells_what_the_server_offers() {
        byte[] offer = joined(
                new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8},
                new byte[] {0x6B, 0x33, 0x43, (byte) 0xCF, 0, 0, 0, 1});
        QuicBytes forced = new QuicBytes(0x1A2A3A4AL, QuicBytes.SALT_1);
        Talk talk = Talk.udp(443).client(forced.initial(0, new byte[] {1})).server(offer);

        assertThat(talk.name()).isEqualTo("QUIC");
        assertThat(quic(talk).offeredVersions()).containsExactly(0x6B3343CFL, 1L);
        assertThat(quic(talk).version()).isEqualTo(0x1A2A3A4AL);
        assertThat(talk.tracker.facts().tls()).isNull();
    }

    @Test
    void a_hello_of_googles_own_kind_is_read() {
        byte[] chlo = joined(
                "CHLO".getBytes(StandardCharsets.US_ASCII),
                new byte[] {2, 0, 0, 0},
                "SNI\0".getBytes(StandardCharsets.US_ASCII),
                new byte[] {9, 0, 0, 0},
                "UAID".getBytes(StandardCharsets.US_ASCII),
                new byte[] {13, 0, 0, 0},
                "g.example".getBytes(StandardCharsets.US_ASCII),
                "Chro".getBytes(StandardCharsets.US_ASCII));
        byte[] header = joined(
                new byte[] {0x0D, 1, 2, 3, 4, 5, 6, 7, 8}, "Q043".getBytes(StandardCharsets.US_ASCII), new byte[17]);
        Talk talk = Talk.udp(443).client(joined(header, chlo, new byte[900]));

        assertThat(talk.name()).isEqualTo("QUIC");
        assertThat(name(talk)).isEqualTo("g.example");
        assertThat(quic(talk).userAgent()).isEqualTo(new UntrustedText("Chro"));
        assertThat(quic(talk).destinationConnectionId()).isEqualTo("0102030405060708");
        assertThat(quic(talk).version()).isEqualTo(0x51303433L);
    }

    @Test
    void a_refusal_of_googles_own_kind_tells_the_protocol_without_its_hello() {
        byte[] tags = bytes("'REJ' 00 02000000 'STK' 00 04000000 'SNO' 00 08000000 01020304 05060708");
        byte[] header = bytes("08 2542daabb035317b 01 00*12 a001 0000 10");

        Talk talk = Talk.udp(443).server(joined(header, tags));
        assertThat(talk.name()).isEqualTo("QUIC");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);

        byte[] back = bytes("'REJ' 00 02000000 'STK' 00 08000000 'SNO' 00 04000000 01020304 05060708");
        Talk other = Talk.udp(443).server(joined(header, back));
        assertThat(other.tracker.application().from()).isEqualTo(Application.Found.BY_PORT);
    }

    @Test
    void nothing_more_is_opened_once_the_hello_is_whole_or_tries_have_run_out() {
        Talk talk = Talk.udp(443).client(first().initial(0, crypto(HELLO, 0, HELLO.length)));
        for (int i = 0; i < 40; i++) {
            talk.server(first().initial(i, new byte[] {1}));
        }
        assertThat(talk.tracker.wantsMore()).isFalse();

        Talk foreign = Talk.udp(443);
        for (int i = 0; i < 40; i++) {
            foreign.client(first().keysOf((byte) i).initial(i, crypto(HELLO, 0, HELLO.length)));
        }
        assertThat(foreign.tracker.wantsMore()).isFalse();
        assertThat(foreign.name()).isEqualTo("QUIC");
        assertThat(foreign.tracker.facts().tls()).isNull();
    }

    @Test
    void packets_cut_or_changed_anywhere_never_throw_and_open_nothing_false() {
        byte[] packet = first().initial(2, crypto(APPENDIX, 0, APPENDIX.length));
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] changed = Arrays.copyOf(packet, 1 + random.nextInt(packet.length));
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(name(Talk.udp(443).client(changed))).isEqualTo("none");
        }
    }

    @Test
    void frames_of_any_content_never_throw() {
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            byte[] frames = new byte[200];
            random.nextBytes(frames);
            frames[0] = (byte) new int[] {0, 1, 2, 3, 6, 28}[random.nextInt(6)];
            Talk talk = Talk.udp(443).client(first().padTo(0).initial(0, frames));
            assertThat(talk.name()).isEqualTo("QUIC");
            talk.tracker.facts();
        }
    }
}
