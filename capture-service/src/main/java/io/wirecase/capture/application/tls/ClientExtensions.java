package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The extensions of a ClientHello (RFC 8446 section 4.2); of a type that is sent twice the first counts. */
final class ClientExtensions {

    static final int SERVER_NAME = 0;
    static final int GROUPS = 10;
    static final int POINT_FORMATS = 11;
    static final int SIGNATURES = 13;
    /** RFC 6520. */
    static final int HEARTBEAT = 15;

    static final int ALPN = 16;
    /** RFC 7685. */
    static final int PADDING = 21;
    /** RFC 5077. */
    static final int TICKET = 35;

    static final int PRE_SHARED_KEY = 41;
    static final int VERSIONS = 43;
    /** RFC 9001 section 8.2, and the number that the drafts before it used. */
    static final int QUIC_PARAMETERS = 57;

    static final int QUIC_PARAMETERS_DRAFT = 0xFFA5;
    /** encrypted_client_hello, RFC 9849. */
    static final int ENCRYPTED_CLIENT_HELLO = 0xFE0D;
    /** The draft extension before it, encrypted_server_name. */
    static final int ENCRYPTED_SERVER_NAME = 0xFFCE;

    private static final int HOST_NAME = 0;
    /** More application protocols than anyone offers. */
    private static final int MAX_ALPN = 32;

    private static final int[] NONE = {};

    private int[] types = new int[24];
    private int count;
    private int[] groups = NONE;
    private int[] pointFormats = NONE;
    private int[] signatures = NONE;
    private int[] versions = NONE;
    private final List<UntrustedText> alpn = new ArrayList<>(2);
    private @Nullable UntrustedText serverName;
    private @Nullable Integer padding;
    private byte @Nullable [] quicParameters;
    private boolean ticket;
    private boolean cut;

    private ClientExtensions() {}

    static ClientExtensions read(ByteReader in) {
        ClientExtensions read = new ClientExtensions();
        if (in.remaining() > 0) {
            ByteReader list = in.slice(in.u16());
            while (list.remaining() > 0) {
                int type = list.u16();
                ByteReader body = list.slice(list.u16());
                if (!list.overrun() || body.remaining() > 0) {
                    read.add(type, body);
                }
            }
            read.cut = list.overrun();
        }
        return read;
    }

    private void add(int type, ByteReader body) {
        boolean first = !has(type);
        if (count == types.length) {
            types = Arrays.copyOf(types, count * 2);
        }
        types[count++] = type;
        if (first) {
            keep(type, body);
        }
    }

    private void keep(int type, ByteReader body) {
        switch (type) {
            case SERVER_NAME -> serverName = hostName(body);
            case GROUPS -> groups = body.slice(body.u16()).numbers(2);
            case POINT_FORMATS -> pointFormats = body.slice(body.u8()).numbers(1);
            case SIGNATURES -> signatures = body.slice(body.u16()).numbers(2);
            case VERSIONS -> versions = body.slice(body.u8()).numbers(2);
            case ALPN -> protocols(body.slice(body.u16()));
            case PADDING -> padding = body.length();
            case TICKET -> ticket = body.length() > 0;
            case QUIC_PARAMETERS, QUIC_PARAMETERS_DRAFT -> quicParameters = body.take(body.remaining());
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

    private void protocols(ByteReader list) {
        while (list.remaining() > 0 && alpn.size() < MAX_ALPN) {
            alpn.add(list.text(list.u8()));
        }
    }

    boolean has(int type) {
        for (int i = 0; i < count; i++) {
            if (types[i] == type) {
                return true;
            }
        }
        return false;
    }

    /** Types in the order sent, GREASE included. */
    int[] types() {
        return Arrays.copyOf(types, count);
    }

    /** Supported groups in order. */
    int[] groups() {
        return groups;
    }

    /** Elliptic curve point formats in order. */
    int[] pointFormats() {
        return pointFormats;
    }

    /** Signature algorithms in order. */
    int[] signatures() {
        return signatures;
    }

    /** supported_versions in order. */
    int[] versions() {
        return versions;
    }

    /** Application protocols offered, in order. */
    List<UntrustedText> alpn() {
        return alpn;
    }

    @Nullable
    UntrustedText serverName() {
        return serverName;
    }

    /** Bytes of padding, or null without that extension. */
    @Nullable
    Integer padding() {
        return padding;
    }

    /** QUIC's transport parameters, or null without any. */
    byte @Nullable [] quicParameters() {
        return quicParameters;
    }

    /** Whether a session ticket was sent, not only asked for. */
    boolean ticket() {
        return ticket;
    }

    /** Whether they say that they are longer than they are. */
    boolean cut() {
        return cut;
    }
}
