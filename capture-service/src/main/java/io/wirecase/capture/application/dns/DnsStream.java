package io.wirecase.capture.application.dns;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.EnumMap;
import java.util.Map;

/** DNS over TCP (RFC 7766): messages, each after its length. */
public final class DnsStream implements StreamDecoder {

    private static final int PREFIX = 2;
    private static final int HEADER = 12;
    private static final int MAX_MESSAGE = 65_535 + PREFIX;
    /** Zero bits of the flags; set only in what is no DNS. */
    private static final int RESERVED = 0x0040;

    /** Receives what was read. */
    public interface Sink {

        /**
         * Takes a message.
         *
         * @param sender who sent it
         * @param message what it says
         * @param timeNanos capture time of the packet that completed it
         * @param packet number of that packet
         */
        void message(Party sender, DnsMessage message, long timeNanos, long packet);
    }

    private final Sink sink;
    private final Map<Party, Gathered> sides = new EnumMap<>(Party.class);
    private boolean broken;

    /** Hands every message to the sink. */
    public DnsStream(Sink sink) {
        this.sink = sink;
    }

    /** What the first bytes of one side say. */
    public static Verdict starts(ByteReader bytes) {
        if (bytes.length() < PREFIX + HEADER) {
            return Verdict.MORE;
        }
        ByteReader in = bytes.copy();
        int length = in.u16();
        in.skip(2);
        int flags = in.u16();
        int questions = in.u16();
        if (length < HEADER || questions > 1 || (flags & RESERVED) != 0) {
            return Verdict.NO;
        }
        if (bytes.length() < PREFIX + length) {
            return Verdict.MORE;
        }
        in.seek(PREFIX);
        DnsMessage message = DnsReader.read(in.slice(length));
        return message != null && message.whole() ? Verdict.YES : Verdict.NO;
    }

    @Override
    public void data(Chunk chunk) {
        if (broken) {
            return;
        }
        Gathered gathered = sides.computeIfAbsent(chunk.sender(), side -> new Gathered(MAX_MESSAGE));
        int used = 0;
        while (used < chunk.length() && !broken) {
            int wanted = gathered.length() < PREFIX
                    ? PREFIX
                    : PREFIX + gathered.reader().u16();
            int its = Math.min(wanted - gathered.length(), chunk.length() - used);
            gathered.add(chunk, used, its);
            used += its;
            if (gathered.length() >= PREFIX) {
                complete(gathered, chunk);
            }
        }
    }

    /** Bytes of memory it takes. */
    public int held() {
        int held = 0;
        for (Gathered side : sides.values()) {
            held += side.held();
        }
        return held;
    }

    private void complete(Gathered gathered, Chunk chunk) {
        ByteReader in = gathered.reader();
        int length = in.u16();
        if (length < HEADER) {
            broken = true;
        } else if (in.remaining() == length) {
            DnsMessage message = DnsReader.read(in.slice(length));
            if (message == null) {
                broken = true;
            } else {
                sink.message(chunk.sender(), message, chunk.timeNanos(), chunk.packet());
            }
            gathered.clear();
        }
    }

    /** The next length cannot be found after missing bytes. */
    @Override
    public void gap(Party sender, long missing) {
        broken = true;
    }

    @Override
    public boolean wantsMore() {
        return !broken;
    }
}
