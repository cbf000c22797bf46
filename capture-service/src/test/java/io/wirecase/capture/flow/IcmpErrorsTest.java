package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.IcmpErrors;
import io.wirecase.core.fact.IcmpErrors.IcmpError;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** ICMP errors joined to the flow that they quote; they stay packets of their own flow. */
class IcmpErrorsTest {

    private static final String ROUTER = "198.51.100.1";

    private final Talk talk = Talk.usual();
    private final byte[] datagram = Ip.udp(talk.path(true), talk.aPort, talk.bPort, new byte[100]);

    @Test
    void aPortThatIsUnreachableIsAFactOfTheFlowThatAskedForIt() {
        Tape.Played played = new Tape(101)
                .frame(datagram)
                .after(0.5)
                .frame(error(talk.b.getHostAddress(), 3, 3, Arrays.copyOf(datagram, 28)))
                .play();

        assertThat(played.flows()).hasSize(2);
        assertThat(errors(played, Transport.UDP).errors())
                .containsExactly(new IcmpError(
                        3, 3, IpAddress.of("203.0.113.5"), Party.ORIGINATOR, 1, Tape.START + 500_000_000));
        assertThat(flow(played, Transport.UDP).traffic().responder().packets()).isZero();
        assertThat(flow(played, Transport.ICMP).traffic().originator().packets())
                .isEqualTo(1);
        assertThat(flow(played, Transport.ICMP).facts().errors()).isNull();
    }

    @Test
    void eightQuotedBytesOfATcpSegmentAreEnoughAndBothSidesAreToldApart() {
        byte[] syn = Ip.tcp(talk.path(true), new TcpSegment(talk.aPort, talk.bPort, TcpSegment.SYN).numbers(1, 0));
        byte[] answer = Ip.tcp(
                talk.path(false),
                new TcpSegment(talk.bPort, talk.aPort, TcpSegment.SYN | TcpSegment.ACK).numbers(9, 2));
        Tape.Played played = new Tape(101)
                .frame(syn)
                .frame(answer)
                .frame(error(ROUTER, 11, 0, Arrays.copyOf(syn, 28)))
                .frame(error(ROUTER, 11, 0, Arrays.copyOf(syn, 28)))
                .frame(error(ROUTER, 11, 0, Arrays.copyOf(answer, 28)))
                .play();

        assertThat(errors(played, Transport.TCP).errors())
                .extracting(IcmpError::about, IcmpError::count)
                .containsExactly(tuple(Party.ORIGINATOR, 2L), tuple(Party.RESPONDER, 1L));
    }

    @Test
    void icmpv6SaysSoToo() {
        Talk six = new Talk("2001:db8::10", 40_000, "2001:db8::5", 53);
        byte[] question = Ip.udp(six.path(true), 40_000, 53, new byte[30]);
        byte[] error = new Bytes()
                .u32(0x6000_0000L)
                .u16(8 + question.length)
                .u8(58)
                .u8(64)
                .raw(Ip.address("2001:db8::1").getAddress())
                .raw(six.a.getAddress())
                .u16(0x0200)
                .u16(0)
                .u32(1_280)
                .raw(question)
                .toArray();
        Tape.Played played = new Tape(101).frame(question).frame(error).play();

        assertThat(errors(played, Transport.UDP).errors())
                .extracting(IcmpError::type, IcmpError::reporter)
                .containsExactly(tuple(2, IpAddress.of("2001:db8::1")));
    }

    @Test
    void kindsBeyondThoseKeptAreCounted() {
        Tape tape = new Tape(101).frame(datagram);
        for (int code = 0; code < 12; code++) {
            tape.frame(error(ROUTER, 3, code, Arrays.copyOf(datagram, 28)));
        }

        IcmpErrors errors = errors(tape.play(), Transport.UDP);
        assertThat(errors.errors()).hasSize(IcmpErrors.MAX_ERRORS);
        assertThat(errors.omitted()).isEqualTo(4);
    }

    @Test
    void whatQuotesNoFlowOrIsNoErrorTellsNobody() {
        byte[] other = Ip.udp(talk.path(true), 1, 2, new byte[10]);
        Tape.Played played = new Tape(101)
                .frame(datagram)
                .frame(error(ROUTER, 3, 3, Arrays.copyOf(other, 28)))
                .frame(error(ROUTER, 3, 3, new byte[28]))
                .frame(error(ROUTER, 3, 3, new byte[3]))
                .frame(error(ROUTER, 8, 0, Arrays.copyOf(datagram, 28)))
                .play();

        assertThat(flow(played, Transport.UDP).facts().errors()).isNull();
    }

    private byte[] error(String reporter, int type, int code, byte[] quoted) {
        return new Bytes()
                .u16(0x4500)
                .u16(28 + quoted.length)
                .u32(0)
                .u8(64)
                .u8(1)
                .u16(0)
                .raw(Ip.address(reporter).getAddress())
                .raw(talk.a.getAddress())
                .u8(type)
                .u8(code)
                .u16(0)
                .u32(0)
                .raw(quoted)
                .toArray();
    }

    private static IcmpErrors errors(Tape.Played played, Transport transport) {
        IcmpErrors errors = flow(played, transport).facts().errors();
        assertThat(errors).isNotNull();
        return errors;
    }

    private static Flow flow(Tape.Played played, Transport transport) {
        return played.flows().stream()
                .filter(flow -> flow.key().transport() == transport)
                .findFirst()
                .orElseThrow();
    }
}
