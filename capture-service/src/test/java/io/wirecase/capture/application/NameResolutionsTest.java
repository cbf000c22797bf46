package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.dns.DnsBytes;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NameResolutionsTest {

    private static final long HOUR = 3600 * Talk.SECOND;
    private static final IpAddress WEB = IpAddress.of("192.0.2.80");

    private final NameResolutions names = new NameResolutions();

    private Talk resolver() {
        return new Talk(Transport.UDP, 50_000, 53, names);
    }

    private static DnsBytes answer(String name) {
        return DnsBytes.response(1, 0).question(name, 1);
    }

    @Test
    void a_connection_is_joined_to_the_name_its_client_asked_for() {
        resolver()
                .server(answer("WWW.Example.com")
                        .alias("@12", 60, "edge.cdn.example")
                        .alias("edge.cdn.example", 60, "node.cdn.example")
                        .address("node.cdn.example", 60, "192.0.2.80")
                        .bytes());

        Resolution resolution = Objects.requireNonNull(names.resolve(Talk.CLIENT, WEB, 5 * Talk.SECOND));
        assertThat(resolution)
                .isEqualTo(new Resolution(new UntrustedText("www.example.com"), Talk.SECOND, 1, Talk.FLOW));
        assertThat(names.resolve(Talk.SERVER, WEB, 5 * Talk.SECOND)).isNull();
        assertThat(names.resolve(Talk.CLIENT, IpAddress.of("192.0.2.81"), 5 * Talk.SECOND))
                .isNull();
    }

    @Test
    void an_answer_lasts_its_time_to_live_and_an_hour() {
        resolver().server(answer("a.example").address("@12", 60, "192.0.2.80").bytes());

        long last = Talk.SECOND + 60 * Talk.SECOND + HOUR;
        assertThat(names.resolve(Talk.CLIENT, WEB, last)).isNotNull();
        assertThat(names.resolve(Talk.CLIENT, WEB, last + 1)).isNull();
    }

    @Test
    void the_latest_answer_counts() {
        resolver()
                .server(answer("first.example").address("@12", 60, "192.0.2.80").bytes())
                .server(answer("second.example")
                        .address("@12", 60, "192.0.2.80")
                        .bytes());

        assertThat(Objects.requireNonNull(names.resolve(Talk.CLIENT, WEB, 0))
                        .name()
                        .raw())
                .isEqualTo("second.example");
    }

    @Test
    void records_of_names_nobody_asked_for_teach_nothing() {
        resolver()
                .server(answer("a.example")
                        .address("bank.example", 60, "192.0.2.80")
                        .bytes());

        assertThat(names.resolve(Talk.CLIENT, WEB, 0)).isNull();
    }

    @Test
    void aliases_that_go_round_end() {
        resolver()
                .server(answer("a.example")
                        .alias("@12", 60, "b.example")
                        .alias("b.example", 60, "a.example")
                        .address("b.example", 60, "192.0.2.80")
                        .bytes());

        assertThat(names.resolve(Talk.CLIENT, WEB, 0)).isNotNull();
    }

    @Test
    void the_oldest_answer_makes_room_and_is_counted() {
        NameResolutions few = new NameResolutions(2);
        Talk talk = new Talk(Transport.UDP, 50_000, 53, few);
        for (String address : new String[] {"192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.3"}) {
            talk.server(answer("a.example").address("@12", 60, address).bytes());
        }

        assertThat(few.evicted()).isEqualTo(1);
        assertThat(few.resolve(Talk.CLIENT, IpAddress.of("192.0.2.2"), 0)).isNull();
        assertThat(few.resolve(Talk.CLIENT, IpAddress.of("192.0.2.1"), 0)).isNotNull();
        assertThat(few.resolve(Talk.CLIENT, IpAddress.of("192.0.2.3"), 0)).isNotNull();
    }
}
