package io.wirecase.capture.application.quic;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Versions of QUIC that are met, and what protects the Initial packets of each. */
final class QuicVersions {

    static final long NEGOTIATION = 0;
    static final long V1 = 1;
    /** RFC 9369. */
    static final long V2 = 0x6B3343CFL;
    /** Google's last version with its own handshake, and the two with TLS, as text. */
    static final long Q050 = 0x51303530L;

    static final long T050 = 0x54303530L;
    static final long T051 = 0x54303531L;
    /** The last of Google's with cleartext hellos behind a long header. */
    static final long Q046 = 0x51303436L;

    private static final int DRAFTS = 0xFF0000;
    private static final int META = 0xFACEB0;

    private QuicVersions() {}

    /**
     * How the Initial packets of a version are protected.
     *
     * @param salt what the keys are extracted with
     * @param labels the prefix of the labels they are expanded with
     * @param second whether packet types are numbered as in version 2
     * @param google whether frames are those of Google's versions
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Scheme(byte[] salt, String labels, boolean second, boolean google) {

        private static Scheme of(String salt) {
            return new Scheme(HexFormat.of().parseHex(salt), "quic ", false, false);
        }

        private static Scheme google(String salt) {
            return new Scheme(HexFormat.of().parseHex(salt), "quic ", false, true);
        }
    }

    /** RFC 9001 section 5.2, and drafts 33 and 34 of it. */
    private static final Scheme FIRST = Scheme.of("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");
    /** RFC 9369 section 3.3.1. */
    private static final Scheme SECOND =
            new Scheme(HexFormat.of().parseHex("0dede3def700a6db819381be6e269dcbf9bd2ed9"), "quicv2 ", true, false);
    /** draft-ietf-quic-tls-29 to 32, section 5.2. */
    private static final Scheme DRAFT_29 = Scheme.of("afbfec289993d24c9e9786f19c6111e04390a899");
    /** draft-ietf-quic-tls-23 to 28. */
    private static final Scheme DRAFT_23 = Scheme.of("c3eef712c72ebb5a11a7d2432bb46365bef9f502");
    /** draft-ietf-quic-tls-21 and 22. */
    private static final Scheme DRAFT_22 = Scheme.of("7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a");
    /** Google's, as published with its implementation. */
    private static final Scheme GOOGLE_Q050 = Scheme.google("504574efd066fe2f9d945cfcdbd3a7f0d3b56b45");

    private static final Scheme GOOGLE_T050 = Scheme.google("7ff579e5acd072915580304c43a2367c60488310");
    private static final Scheme GOOGLE_T051 = Scheme.google("7a4edef4e7ccee5fa4506c19124fc8ccda6e033d");

    /** What protects a version's Initial packets, or null when that is not known. */
    static @Nullable Scheme scheme(long version) {
        if (version == V1) {
            return FIRST;
        }
        if (version == V2) {
            return SECOND;
        }
        if (version == Q050) {
            return GOOGLE_Q050;
        }
        if (version == T050) {
            return GOOGLE_T050;
        }
        if (version == T051) {
            return GOOGLE_T051;
        }
        int low = (int) version & 0xFF;
        return switch ((int) (version >> 8)) {
            case DRAFTS -> draft(low);
            // The versions of mvfst follow drafts 22 and 27.
            case META -> low == 1 ? DRAFT_22 : low == 2 ? DRAFT_23 : null;
            default -> null;
        };
    }

    private static @Nullable Scheme draft(int number) {
        if (number >= 33) {
            return number <= 34 ? FIRST : null;
        }
        if (number >= 29) {
            return DRAFT_29;
        }
        if (number >= 23) {
            return DRAFT_23;
        }
        return number >= 21 ? DRAFT_22 : null;
    }

    /** Whether it is a version that is known to exist, or one of those that force a negotiation (RFC 9000, 15). */
    static boolean known(long version) {
        return version == V1
                || version == V2
                || version >> 8 == DRAFTS
                || version >> 8 == META
                || (version & 0x0F0F0F0FL) == 0x0A0A0A0AL
                || google(version);
    }

    /** Q04n, Q05n and T05n. */
    static boolean google(long version) {
        long family = version >> 8;
        return family == 0x513034L || family == 0x513035L || family == 0x543035L;
    }
}
