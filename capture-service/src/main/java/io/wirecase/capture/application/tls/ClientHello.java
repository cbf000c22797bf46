package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.flow.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ClientHello (RFC 8446 section 4.1.2, RFC 5246, RFC 9147), as far as it could be read.
 *
 * @param datagram whether it is DTLS
 * @param version legacy_version
 * @param ciphers cipher suites in the order offered, GREASE included
 * @param extensions extension types in the order sent, GREASE included
 * @param groups supported groups in order
 * @param pointFormats elliptic curve point formats in order
 * @param signatures signature algorithms in order
 * @param versions supported_versions in order
 * @param alpn application protocols offered, in order
 * @param serverName the host name asked for, or null
 * @param whole whether all of it was there
 */
record ClientHello(
        boolean datagram,
        int version,
        List<Integer> ciphers,
        List<Integer> extensions,
        List<Integer> groups,
        List<Integer> pointFormats,
        List<Integer> signatures,
        List<Integer> versions,
        List<UntrustedText> alpn,
        @Nullable UntrustedText serverName,
        boolean whole) {

    static final int SERVER_NAME = 0;
    static final int GROUPS = 10;
    static final int POINT_FORMATS = 11;
    static final int SIGNATURES = 13;
    static final int ALPN = 16;
    static final int VERSIONS = 43;
    /** encrypted_client_hello, RFC 9849. */
    static final int ENCRYPTED_CLIENT_HELLO = 0xFE0D;
    /** The draft extension before it, encrypted_server_name. */
    static final int ENCRYPTED_SERVER_NAME = 0xFFCE;

    private static final int RANDOM = 32;
    private static final int HOST_NAME = 0;
    /** More application protocols than anyone offers. */
    private static final int MAX_ALPN = 32;

    ClientHello {
        ciphers = List.copyOf(ciphers);
        extensions = List.copyOf(extensions);
        groups = List.copyOf(groups);
        pointFormats = List.copyOf(pointFormats);
        signatures = List.copyOf(signatures);
        versions = List.copyOf(versions);
        alpn = List.copyOf(alpn);
    }

    /**
     * Reads the body of a ClientHello message; what is missing is left empty and {@link #whole()} false.
     *
     * @param length how long the body is said to be
     */
    static ClientHello read(ByteReader in, int length, boolean datagram) {
        boolean all = in.length() >= length;
        int version = in.u16();
        in.skip(RANDOM);
        in.skip(in.u8());
        if (datagram) {
            in.skip(in.u8());
        }
        List<Integer> ciphers = numbers(in.slice(in.u16()), 2);
        in.skip(in.u8());
        Parts parts = new Parts();
        if (in.remaining() > 0) {
            ByteReader list = in.slice(in.u16());
            while (list.remaining() > 0) {
                int type = list.u16();
                ByteReader body = list.slice(list.u16());
                if (!list.overrun() || body.remaining() > 0) {
                    parts.extension(type, body);
                }
            }
            parts.cut |= list.overrun();
        }
        return new ClientHello(
                datagram,
                version,
                ciphers,
                parts.extensions,
                parts.groups,
                parts.pointFormats,
                parts.signatures,
                parts.versions,
                parts.alpn,
                parts.serverName,
                all && !parts.cut && !in.overrun());
    }

    boolean encrypted() {
        return extensions.contains(ENCRYPTED_CLIENT_HELLO) || extensions.contains(ENCRYPTED_SERVER_NAME);
    }

    private static List<Integer> numbers(ByteReader in, int width) {
        List<Integer> numbers = new ArrayList<>();
        while (in.remaining() >= width) {
            numbers.add(width == 2 ? in.u16() : in.u8());
        }
        return numbers;
    }

    /** What the extensions held; the first of a kind counts. */
    private static final class Parts {

        private final List<Integer> extensions = new ArrayList<>();
        private List<Integer> groups = List.of();
        private List<Integer> pointFormats = List.of();
        private List<Integer> signatures = List.of();
        private List<Integer> versions = List.of();
        private final List<UntrustedText> alpn = new ArrayList<>();
        private @Nullable UntrustedText serverName;
        private boolean cut;

        void extension(int type, ByteReader body) {
            boolean first = !extensions.contains(type);
            extensions.add(type);
            if (!first) {
                return;
            }
            switch (type) {
                case SERVER_NAME -> serverName = hostName(body);
                case GROUPS -> groups = numbers(body.slice(body.u16()), 2);
                case POINT_FORMATS -> pointFormats = numbers(body.slice(body.u8()), 1);
                case SIGNATURES -> signatures = numbers(body.slice(body.u16()), 2);
                case VERSIONS -> versions = numbers(body.slice(body.u8()), 2);
                case ALPN -> names(body.slice(body.u16()));
                default -> {
                    // Only its type is of use.
                }
            }
        }

        private static @Nullable UntrustedText hostName(ByteReader body) {
            ByteReader list = body.slice(body.u16());
            while (list.remaining() > 0) {
                int kind = list.u8();
                int length = list.u16();
                if (kind == HOST_NAME && length > 0 && length <= list.remaining()) {
                    return list.text(length);
                }
                list.skip(length);
            }
            return null;
        }

        private void names(ByteReader list) {
            while (list.remaining() > 0 && alpn.size() < MAX_ALPN) {
                alpn.add(list.text(list.u8()));
            }
        }
    }
}
