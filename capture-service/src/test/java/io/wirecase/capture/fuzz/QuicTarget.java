package io.wirecase.capture.fuzz;

import io.wirecase.capture.application.quic.QuicBytes;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.net.Transport;
import java.util.ArrayList;
import java.util.List;

/**
 * QUIC behind its protection, which no change of bytes gets through: the input is the frames of Initial packets, which
 * are sealed as a client would.
 */
final class QuicTarget implements FuzzTarget {

    private static final long[] VERSIONS = {1, 0x6B3343CFL, 0xFF00001DL, 0xFF000017L};
    private static final String[] SALTS = {
        QuicBytes.SALT_1, QuicBytes.SALT_2, QuicBytes.SALT_DRAFT_29, QuicBytes.SALT_DRAFT_23
    };
    private static final int MOST_FRAMES = 1_200;

    private final FuzzTarget talk = new TalkTarget(Transport.UDP);

    @Override
    public String name() {
        return "quic";
    }

    @Override
    public void run(byte[] input) {
        Feed feed = new Feed(input);
        int version = feed.u8() % VERSIONS.length;
        Feed.Writer out = new Feed.Writer().u16(50_000).u16(443);
        int number = 0;
        while (feed.more()) {
            byte[] frames = feed.bytes(feed.u16() % MOST_FRAMES);
            byte[] packet =
                    new QuicBytes(VERSIONS[version], SALTS[version]).padTo(40).initial(number++, frames);
            TalkTarget.said(out, false, packet);
        }
        talk.run(out.input());
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        byte[] hello = new HelloBytes(0x0303)
                .ciphers(0x1301, 0x1302)
                .serverName("www.example.com")
                .alpn("h3")
                .numbers(10, 29, 23)
                .versions(0x0304)
                .extension(0x39, (byte) 1, (byte) 2, (byte) 0x40, (byte) 0x64, (byte) 4, (byte) 1, (byte) 9)
                .client();
        int half = hello.length / 2;
        for (int version = 0; version < VERSIONS.length; version++) {
            seeds.add(seed(version, QuicBytes.crypto(hello, 0, hello.length)));
            seeds.add(seed(version, QuicBytes.crypto(hello, half, hello.length), QuicBytes.crypto(hello, 0, half)));
            seeds.add(seed(
                    version,
                    QuicBytes.joined(
                            new byte[] {1, 2, 5, 0, 0, 0},
                            QuicBytes.crypto(hello, half, hello.length),
                            QuicBytes.crypto(hello, 0, half + 9))));
        }
        return seeds;
    }

    private static byte[] seed(int version, byte[]... packets) {
        Feed.Writer out = new Feed.Writer().u8(version);
        for (byte[] frames : packets) {
            out.u16(frames.length).bytes(frames);
        }
        return out.input();
    }
}
