package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.DatagramSeeds.Seed;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.wire.Codec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatagramCatalogTest {

    private static final Random RANDOM = new Random(23);

    static List<Seed> seeds() {
        return DatagramSeeds.SURE;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_datagram_that_is_sure_is_decoded(Seed seed) {
        Talk talk = Talk.udp(seed.port()).client(seed.bytes());

        assertThat(talk.name()).isEqualTo(seed.name());
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        Facts facts = talk.tracker.facts();
        assertThat(facts.dns() != null || facts.dhcp() != null || facts.service() != null)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_read_survives_its_way_to_other_services(Seed seed) throws java.io.IOException {
        Facts facts = Talk.udp(seed.port()).client(seed.bytes()).tracker.facts();

        byte[] json = Codec.json().writeValueAsBytes(facts);
        assertThat(Codec.json().readValue(json, Facts.class)).isEqualTo(facts);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cut_anywhere_it_never_throws(Seed seed) {
        for (int length = 0; length <= seed.bytes().length; length++) {
            Talk talk = Talk.udp(seed.port())
                    .client(Arrays.copyOf(seed.bytes(), length))
                    .gap(Party.ORIGINATOR, 7)
                    .server(seed.bytes())
                    .client(Arrays.copyOf(seed.bytes(), length));
            assertBounded(talk);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void with_any_bytes_changed_it_never_throws(Seed seed) {
        for (int run = 0; run < 400; run++) {
            Talk talk = Talk.udp(seed.port());
            for (int i = 0; i < 1 + RANDOM.nextInt(4); i++) {
                byte[] changed = seed.bytes().clone();
                for (int change = RANDOM.nextInt(6); change > 0; change--) {
                    int value = RANDOM.nextInt(3) == 0 ? 0xFF : RANDOM.nextInt(256);
                    changed[RANDOM.nextInt(changed.length)] = (byte) value;
                }
                talk.send(RANDOM.nextBoolean() ? Party.ORIGINATOR : Party.RESPONDER, changed);
            }
            assertBounded(talk);
        }
    }

    @Test
    void datagrams_of_several_protocols_in_one_flow_never_throw() {
        for (int run = 0; run < 3_000; run++) {
            Talk talk = Talk.udp(
                    DatagramSeeds.SURE.get(run % DatagramSeeds.SURE.size()).port());
            for (int i = 0; i < 5; i++) {
                Seed seed = DatagramSeeds.SURE.get(RANDOM.nextInt(DatagramSeeds.SURE.size()));
                talk.send(RANDOM.nextBoolean() ? Party.ORIGINATOR : Party.RESPONDER, seed.bytes());
            }
            assertBounded(talk);
        }
    }

    private static void assertBounded(Talk talk) {
        assertThat(talk.name()).isNotEmpty();
        ServiceFacts service = talk.tracker.facts().service();
        if (service != null) {
            assertThat(service.requests()).hasSizeLessThanOrEqualTo(ServiceFacts.MAX_REQUESTS);
            assertThat(service.details()).hasSizeLessThanOrEqualTo(ServiceFacts.MAX_DETAILS);
        }
    }

    @Test
    void a_likely_datagram_is_a_guess_until_another_agrees() {
        byte[] log = bytes("'<34>Oct 11 22:14:15 host su: failed'");
        Talk talk = Talk.udp(40_000).client(log);
        assertThat(talk.name()).isEqualTo("Syslog");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.GUESSED);

        talk.client(log);
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
    }

    @Test
    void a_likely_datagram_that_another_contradicts_is_no_name() {
        Talk talk = Talk.udp(40_000).client(bytes("'<34>Oct 11'")).client(bytes("9e*40"));

        assertThat(talk.name()).isEqualTo("Unknown");
    }

    @Test
    void a_possible_datagram_is_no_name_before_three_agree() {
        Talk talk = Talk.udp(40_000).client(bytes("8000 0001 00000000 12345678 ff*160"));
        assertThat(talk.name()).isEqualTo("Unknown");
        talk.client(bytes("8000 0002 000000a0 12345678 ff*160"));
        assertThat(talk.name()).isEqualTo("Unknown");
        talk.client(bytes("8000 0003 00000140 12345678 ff*160"));
        assertThat(talk.name()).isEqualTo("RTP");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
    }
}
