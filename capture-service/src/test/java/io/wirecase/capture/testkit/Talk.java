package io.wirecase.capture.testkit;

import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import io.wirecase.scenarios.packet.TcpSegment;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Two hosts, and the frames they send each other. */
public final class Talk {

    public static final Mac A_MAC = Mac.of("02:00:00:00:00:0a");
    public static final Mac B_MAC = Mac.of("02:00:00:00:00:0b");

    public final InetAddress a;
    public final InetAddress b;
    public final int aPort;
    public final int bPort;

    /** Two hosts by address and port. */
    public Talk(String a, int aPort, String b, int bPort) {
        this.a = Ip.address(a);
        this.b = Ip.address(b);
        this.aPort = aPort;
        this.bPort = bPort;
    }

    /** The usual two. */
    public static Talk usual() {
        return new Talk("192.168.1.10", 40_000, "203.0.113.5", 80);
    }

    public byte[] aTcp(int flags, long sequence, long acknowledgement, String payload) {
        return tcp(true, flags, sequence, acknowledgement, payload);
    }

    public byte[] bTcp(int flags, long sequence, long acknowledgement, String payload) {
        return tcp(false, flags, sequence, acknowledgement, payload);
    }

    /** A TCP segment from the first host (or else the second). */
    public byte[] tcp(boolean fromA, int flags, long sequence, long acknowledgement, String payload) {
        TcpSegment segment = new TcpSegment(fromA ? aPort : bPort, fromA ? bPort : aPort, flags)
                .numbers(sequence, acknowledgement)
                .window(64_240)
                .payload(payload.getBytes(StandardCharsets.ISO_8859_1));
        return frame(fromA, Ip.tcp(path(fromA), segment));
    }

    public byte[] udp(boolean fromA, byte[] payload) {
        return frame(fromA, Ip.udp(path(fromA), fromA ? aPort : bPort, fromA ? bPort : aPort, payload));
    }

    public byte[] echo(boolean reply, int id) {
        return frame(!reply, Ip.echo(path(!reply), reply, id, 1, new byte[16]));
    }

    public Ip.Path path(boolean fromA) {
        return new Ip.Path(fromA ? a : b, fromA ? b : a, 64, 7);
    }

    public static byte[] frame(boolean fromA, byte[] packet) {
        return Ethernet.ip(fromA ? A_MAC : B_MAC, fromA ? B_MAC : A_MAC, packet);
    }
}
