package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.flow.Party;
import io.wirecase.core.flow.TlsFacts;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One DTLS association (RFC 6347, RFC 9147): its hellos from datagrams. */
public final class DtlsDialog implements StreamDecoder {

    private static final int HANDSHAKE = 22;
    private static final int HEADER = 13;
    private static final int MAX_HELLO = 16 * 1024;
    /** Datagrams after which no hello is waited for. */
    private static final int MAX_DATAGRAMS = 64;

    private final Hellos hellos = new Hellos();
    private final Map<Party, Gathered> fragments = new EnumMap<>(Party.class);
    private int datagrams;

    /** Whether a datagram begins with a clear DTLS record that fits it. */
    public static boolean starts(Chunk chunk) {
        if (chunk.length() < HEADER + 1 || chunk.at(0) < 20 || chunk.at(0) > 23 || chunk.at(1) != 0xFE) {
            return false;
        }
        int length = chunk.at(11) << 8 | chunk.at(12);
        boolean version = chunk.at(2) == 0xFF || chunk.at(2) == 0xFD || chunk.at(2) == 0xFC;
        return version && length > 0 && (HEADER + length <= chunk.length() || chunk.at(0) == HANDSHAKE);
    }

    /** Whether a hello was seen, whole or in part. */
    public boolean seen() {
        return hellos.seen();
    }

    /** What the hellos showed so far, or null when there was none. */
    public @Nullable TlsFacts facts() {
        return hellos.facts();
    }

    @Override
    public void data(Chunk chunk) {
        datagrams++;
        ByteReader in = chunk.reader();
        while (in.remaining() > HEADER) {
            int type = in.u8();
            in.skip(2);
            int epoch = in.u16();
            in.skip(6);
            int length = in.u16();
            ByteReader record = in.slice(length);
            if (type != HANDSHAKE || epoch != 0) {
                return;
            }
            handshake(chunk, in.position() - record.length(), record);
        }
    }

    private void handshake(Chunk chunk, int at, ByteReader record) {
        int type = record.u8();
        int length = record.u24();
        record.skip(2);
        int from = record.u24();
        int count = Math.min(record.u24(), record.remaining());
        if (record.overrun() || type != Hellos.CLIENT_HELLO && type != Hellos.SERVER_HELLO) {
            return;
        }
        Gathered gathered = fragments.computeIfAbsent(chunk.sender(), side -> new Gathered(MAX_HELLO));
        if (from == 0) {
            gathered.clear();
        }
        if (from == gathered.length()) {
            gathered.add(chunk, at + record.position(), count);
            hellos.message(type, gathered.reader(), length, true);
        }
        if (gathered.length() >= length) {
            gathered.clear();
        }
    }

    @Override
    public void gap(Party sender, long missing) {
        // Datagrams stand alone: one that is missing breaks none.
    }

    @Override
    public boolean wantsMore() {
        return datagrams < MAX_DATAGRAMS;
    }
}
