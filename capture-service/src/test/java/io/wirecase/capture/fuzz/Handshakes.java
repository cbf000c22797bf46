package io.wirecase.capture.fuzz;

import io.wirecase.capture.application.tls.CertificateBytes;
import io.wirecase.capture.application.tls.HelloBytes;
import java.util.List;

/** TLS as far as it is in clear: hellos with many extensions and chains of certificates. */
final class Handshakes {

    private static final int RECORD = 1_000;

    private Handshakes() {}

    static List<byte[]> streams() {
        byte[] client = HelloBytes.records(client(), RECORD);
        byte[] server = HelloBytes.records(
                new HelloBytes(0x0303)
                        .ciphers(0xC02F)
                        .alpn("h2")
                        .extension(15, (byte) 1)
                        .server(),
                RECORD);
        byte[] chain = HelloBytes.records(
                CertificateBytes.message(CertificateBytes.SIGNED, CertificateBytes.AUTHORITY), RECORD);
        byte[] alone = HelloBytes.records(CertificateBytes.message(CertificateBytes.SELF_SIGNED), 200);
        byte[] done = HelloBytes.records(CertificateBytes.handshake(14), RECORD);
        byte[] alert = {21, 3, 3, 0, 2, 2, 48};
        return List.of(
                talk(client, server, chain, done),
                talk(client, server, alone, done),
                talk(client, alert),
                talk(HelloBytes.records(client(), 40), server, chain));
    }

    private static byte[] client() {
        return new HelloBytes(0x0303)
                .ciphers(0x1301, 0xC02F, 0x009C)
                .sessionId(1, 2, 3)
                .serverName("www.example.com")
                .alpn("h2", "http/1.1")
                .numbers(10, 29, 23)
                .versions(0x0304, 0x0303)
                .extension(0xFE0D, new byte[40])
                .client();
    }

    private static byte[] talk(byte[]... messages) {
        Feed.Writer out = new Feed.Writer().u16(50_000).u16(443);
        for (int i = 0; i < messages.length; i++) {
            TalkTarget.said(out, i > 0, messages[i]);
        }
        return out.input();
    }
}
