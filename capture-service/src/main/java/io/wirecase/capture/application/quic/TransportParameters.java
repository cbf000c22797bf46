package io.wirecase.capture.application.quic;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** The transport parameters of a ClientHello (RFC 9000 section 18), as far as they say who the client is. */
final class TransportParameters {

    /** What Google's clients call themselves; not in the registry. */
    private static final long USER_AGENT = 0x3129;

    private TransportParameters() {}

    /** The client's user agent, or null without one. */
    static @Nullable UntrustedText userAgent(byte @Nullable [] parameters) {
        if (parameters == null) {
            return null;
        }
        ByteReader in = new ByteReader(parameters, 0, parameters.length);
        // Before draft 27 they were a counted list of 16-bit numbers and lengths.
        boolean old = parameters.length >= 2 && in.u16() == parameters.length - 2;
        in.seek(old ? 2 : 0);
        while (in.remaining() > 0 && !in.overrun()) {
            long id = old ? in.u16() : LongHeader.number(in);
            long length = old ? in.u16() : LongHeader.number(in);
            ByteReader value = in.slice((int) Math.min(length, Integer.MAX_VALUE));
            if (id == USER_AGENT && !in.overrun()) {
                return value.text(value.remaining());
            }
        }
        return null;
    }
}
