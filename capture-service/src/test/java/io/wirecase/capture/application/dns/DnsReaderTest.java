package io.wirecase.capture.application.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DnsReaderTest {

    private static @Nullable DnsMessage read(byte[] bytes) {
        return DnsReader.read(new ByteReader(bytes, 0, bytes.length));
    }

    private static DnsMessage message(DnsBytes built) {
        return Objects.requireNonNull(read(built.bytes()));
    }

    @Test
    void names_addresses_and_aliases_are_read_through_pointers() {
        DnsMessage message = message(DnsBytes.response(7, 0)
                .question("www.example.com", 1)
                .alias("@12", 60, "edge.@16")
                .address("@12", 30, "192.0.2.1")
                .address("@12", 30, "2001:db8::1"));

        assertThat(message.whole()).isTrue();
        assertThat(message.question()).isEqualTo(new DnsMessage.Question(new UntrustedText("www.example.com"), 1));
        assertThat(message.answers()).hasSize(3);
        assertThat(message.answers().get(0).text()).isEqualTo(new UntrustedText("edge.example.com"));
        assertThat(message.answers().get(0).owner()).isEqualTo(new UntrustedText("www.example.com"));
        assertThat(message.answers().get(1).address()).isEqualTo(IpAddress.of("192.0.2.1"));
        assertThat(message.answers().get(2).address()).isEqualTo(IpAddress.of("2001:db8::1"));
        assertThat(message.answers().get(2).ttlSeconds()).isEqualTo(30);
    }

    @Test
    void pointers_that_go_round_or_forward_end_the_reading() {
        assertThat(message(DnsBytes.query(1).question("@12", 1)).question()).isNull();
        assertThat(message(DnsBytes.query(1).question("@40", 1)).question()).isNull();
        DnsMessage loop = message(DnsBytes.query(1).question("ab.@12", 1));
        assertThat(loop.question()).isNull();
        assertThat(loop.whole()).isFalse();
    }

    @Test
    void aNameThatBreaksTheFormatIsMalformedAndOneThatIsCutIsNot() {
        assertThat(message(DnsBytes.query(1).question("@40", 1)).malformed()).isTrue();
        byte[] reserved = DnsBytes.query(1).question("ab.example", 1).bytes();
        reserved[12] = 0x41;
        assertThat(Objects.requireNonNull(read(reserved)).malformed()).isTrue();
        byte[] whole = DnsBytes.query(1).question("ab.example", 1).bytes();
        assertThat(Objects.requireNonNull(read(whole)).malformed()).isFalse();
        assertThat(Objects.requireNonNull(read(Arrays.copyOf(whole, whole.length - 8)))
                        .malformed())
                .isFalse();
    }

    @Test
    void a_dot_inside_a_label_is_no_border() {
        byte[] bytes = DnsBytes.query(1).question("aXb.com", 1).bytes();
        bytes[14] = '.';

        DnsMessage.Question question =
                Objects.requireNonNull(Objects.requireNonNull(read(bytes)).question());
        assertThat(question.name()).isEqualTo(new UntrustedText("a\\.b.com"));
    }

    @Test
    void a_time_to_live_with_its_highest_bit_set_is_zero() {
        DnsMessage message =
                message(DnsBytes.response(1, 0).question("a.b", 1).address("@12", 0x8000_0001L, "192.0.2.1"));

        assertThat(message.answers().getFirst().ttlSeconds()).isZero();
    }

    @Test
    void counts_beyond_what_is_there_are_reported_not_believed() {
        byte[] bytes = DnsBytes.response(1, 0)
                .question("a.b", 1)
                .address("@12", 5, "192.0.2.1")
                .bytes();
        bytes[7] = 9;

        DnsMessage message = Objects.requireNonNull(read(bytes));
        assertThat(message.answers()).hasSize(1);
        assertThat(message.answersOmitted()).isEqualTo(8);
        assertThat(message.whole()).isFalse();
        bytes[6] = (byte) 0xFF;
        assertThat(read(bytes)).isNull();
    }

    @Test
    void a_message_cut_anywhere_is_read_as_far_as_it_goes() {
        byte[] bytes = DnsBytes.response(1, 0)
                .question("www.example.com", 1)
                .alias("@12", 60, "edge.@16")
                .address("@12", 30, "192.0.2.1")
                .bytes();
        for (int length = 0; length < bytes.length; length++) {
            DnsMessage cut = DnsReader.read(new ByteReader(bytes, 0, length));
            assertThat(cut == null || !cut.whole()).as("cut after %s", length).isTrue();
        }
    }
}
