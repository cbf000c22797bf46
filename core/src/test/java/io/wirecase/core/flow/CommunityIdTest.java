package io.wirecase.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public baseline vectors of the specification, seed 0. */
class CommunityIdTest {

    @ParameterizedTest
    @CsvSource({
        "6,128.232.110.120,34855,66.35.250.204,80,1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "6,66.35.250.204,80,128.232.110.120,34855,1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "6,10.0.0.1,10,10.0.0.2,11569,1:SXBGMX1lBOwhhoDrZynfROxnhnM=",
        "6,1.2.3.4,1122,5.6.7.8,3344,1:wCb3OG7yAFWelaUydu0D+125CLM=",
        "17,192.168.1.52,54585,8.8.8.8,53,1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
        "17,8.8.8.8,53,192.168.1.52,54585,1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
        "17,1.2.3.4,1122,5.6.7.8,3344,1:0Mu9InQx6z4ZiCZM/7HXi2WMhOg=",
        "132,5.6.7.8,3344,1.2.3.4,1122,1:EKt4MsxuyaE6mL+hmrEkQ9csDD8="
    })
    void transportsWithPorts(int protocol, String from, int fromPort, String to, int toPort, String expected) {
        assertThat(id(protocol, from, fromPort, to, toPort, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1,192.168.0.89,192.168.0.1,8,0,1:X0snYXpgwiv9TZtqg64sgzUn6Dk=",
        "1,192.168.0.1,192.168.0.89,0,8,1:X0snYXpgwiv9TZtqg64sgzUn6Dk=",
        "1,192.168.0.1,192.168.0.89,0,20,1:X0snYXpgwiv9TZtqg64sgzUn6Dk=",
        "1,192.168.0.89,192.168.0.1,20,0,1:3o2RFccXzUgjl7zDpqmY7yJi8rI=",
        "1,192.168.0.89,192.168.0.1,20,1,1:tz/fHIDUHs19NkixVVoOZywde+I=",
        "1,1.2.3.4,5.6.7.8,11,0,1:f/YiSyWqczrTgfUCZlBUnvHRcPk=",
        "58,fe80::200:86ff:fe05:80da,fe80::260:97ff:fe07:69ea,135,0,1:dGHyGvjMfljg6Bppwm3bg0LO8TY=",
        "58,fe80::260:97ff:fe07:69ea,fe80::200:86ff:fe05:80da,136,0,1:dGHyGvjMfljg6Bppwm3bg0LO8TY=",
        "58,3ffe:507:0:1:260:97ff:fe07:69ea,3ffe:507:0:1:200:86ff:fe05:80da,3,0,1:NdobDX8PQNJbAyfkWxhtL2Pqp5w=",
        "58,3ffe:507:0:1:200:86ff:fe05:80da,3ffe:507:0:1:260:97ff:fe07:69ea,3,0,1:/OGBt9BN1ofenrmSPWYicpij2Vc="
    })
    void icmpByTypeAndCode(int protocol, String from, String to, int type, int code, String expected) {
        assertThat(id(protocol, from, null, to, null, new IcmpFacts(type, code)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.2.3.4,5.6.7.8,1:ikv3kmf89luf73WPz1jOs49S768=", "5.6.7.8,1.2.3.4,1:ikv3kmf89luf73WPz1jOs49S768="})
    void protocolsWithoutPorts(String from, String to, String expected) {
        assertThat(id(46, from, null, to, null, null)).isEqualTo(expected);
    }

    @Test
    void addressResolutionHasNone() {
        FlowKey arp = new FlowKey(
                Transport.ARP,
                null,
                new Endpoint(IpAddress.of("10.0.0.1"), null),
                new Endpoint(IpAddress.of("10.0.0.2"), null),
                List.of(),
                null);

        assertThat(CommunityId.of(arp, null)).isNull();
    }

    private static String id(
            int protocol,
            String from,
            @Nullable Integer fromPort,
            String to,
            @Nullable Integer toPort,
            @Nullable IcmpFacts icmp) {
        FlowKey key = new FlowKey(
                Transport.ofNumber(protocol),
                protocol,
                new Endpoint(IpAddress.of(from), fromPort),
                new Endpoint(IpAddress.of(to), toPort),
                List.of(),
                null);
        return Objects.requireNonNull(CommunityId.of(key, icmp)).value();
    }
}
