package io.wirecase.capture.application.quic;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.naming.Look;

/** How QUIC is told: a long header of a version that exists (RFC 8999), or the header of Google's before 2019. */
public final class QuicProtocol {

    /** QUIC over UDP. */
    public static final DatagramProtocol PROTOCOL =
            new DatagramProtocol(QuicDialog.NAME, QuicProtocol::fit, context -> new QuicDialog());

    private static final int PORT = 443;
    private static final int MAX_ID = 20;
    /** A version, two lengths and ids of eight bytes; a negotiation with one version has as much. */
    private static final int SHORTEST = 20;

    private QuicProtocol() {}

    static Fit fit(Look look) {
        int first = look.u8(0);
        if (look.length() < SHORTEST) {
            return Fit.NO;
        }
        if ((first & 0x80) == 0) {
            return Fit.sureIf(google(look, first) || refused(look, first));
        }
        long version = look.u32(1);
        int destination = look.u8(5);
        if (QuicVersions.google(version)) {
            return Fit.SURE;
        }
        if (version == QuicVersions.NEGOTIATION) {
            return negotiation(look, destination) ? Fit.LIKELY.surerIf(look.port(PORT)) : Fit.NO;
        }
        return Fit.sureIf(QuicVersions.known(version) && destination <= MAX_ID);
    }

    /** RFC 8999 section 6: two connection ids, then versions of four bytes each to the end. */
    private static boolean negotiation(Look look, int destination) {
        int source = look.u8(6 + destination);
        int versions = look.length() - 7 - destination - source;
        return destination <= MAX_ID && source >= 0 && source <= MAX_ID && versions >= 4 && versions % 4 == 0;
    }

    /**
     * The server's first answer in Google's versions up to 43, as long as they put it in clear: a public header without
     * version, a packet's first number, a hash, a frame, and in it the message REJ with tags of which each value ends
     * where the next begins.
     */
    private static boolean refused(Look look, int first) {
        int id = (first & 0x08) == 0 ? 0 : 8;
        for (int at = 1 + id + 1 + 12; (first & 0x81) == 0 && at < id + 32; at++) {
            int tags = look.u8(at + 4);
            if (look.has(at, "REJ\0") && tags >= 1 && tags <= 32 && look.u24(at + 5) == 0) {
                return ascending(look, at + 8, tags);
            }
        }
        return false;
    }

    private static boolean ascending(Look look, int from, int tags) {
        long end = 0;
        for (int tag = 0; tag < tags; tag++) {
            long its = look.u32le(from + 8 * tag + 4);
            if (its < end) {
                return false;
            }
            end = its;
        }
        return true;
    }

    /** Google's up to version 43: a public header with connection id and version, as text Q0nn. */
    static boolean google(Look look, int first) {
        return (first & 0x09) == 0x09 && look.has(9, "Q0") && look.digit(11) && look.digit(12);
    }
}
