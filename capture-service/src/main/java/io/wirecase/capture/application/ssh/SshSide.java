package io.wirecase.capture.application.ssh;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import org.jspecify.annotations.Nullable;

/** What one side of an SSH connection says in clear: its banner, maybe after other lines, and its first KEXINIT. */
final class SshSide {

    /** RFC 4253 section 4.2 allows 255 for the banner; lines before it are limited here. */
    private static final int MAX_LINE = 255;

    private static final int MAX_LINES = 32;
    /** RFC 4253 section 6.1. */
    private static final int MAX_PACKET = 35_000;

    private static final int HEADER = 6;

    private final boolean client;
    private final Gathered gathered = new Gathered(MAX_PACKET);
    private @Nullable String banner;
    private @Nullable Offer offer;
    private int lines;
    private boolean done;

    SshSide(boolean client) {
        this.client = client;
    }

    @Nullable
    String banner() {
        return banner;
    }

    @Nullable
    Offer offer() {
        return offer;
    }

    /** Bytes of memory it takes; what is offered are lists of names, some 1.5 KiB. */
    int held() {
        return gathered.held() + (offer == null ? 0 : 4096);
    }

    boolean done() {
        return done;
    }

    void finish() {
        done = true;
        gathered.clear();
    }

    void data(Chunk chunk) {
        int used = 0;
        while (used < chunk.length() && !done) {
            used += banner == null ? line(chunk, used) : packet(chunk, used);
        }
    }

    private int line(Chunk chunk, int from) {
        int end = from;
        while (end < chunk.length() && chunk.at(end) != '\n') {
            end++;
        }
        gathered.add(chunk, from, end - from);
        if (end == chunk.length()) {
            if (gathered.length() > MAX_LINE) {
                finish();
            }
            return end - from;
        }
        int length = gathered.length();
        int text = length > 0 && gathered.at(length - 1) == '\r' ? length - 1 : length;
        String line = gathered.text(0, Math.min(text, MAX_LINE));
        gathered.drop(length);
        if (line.startsWith("SSH-")) {
            banner = line;
            done = line.startsWith("SSH-1.") && !line.startsWith("SSH-1.99");
        } else if (++lines > MAX_LINES) {
            finish();
        }
        return end + 1 - from;
    }

    private int packet(Chunk chunk, int from) {
        int wanted = HEADER;
        if (gathered.length() >= HEADER) {
            wanted = length();
        }
        int its = Math.min(wanted - gathered.length(), chunk.length() - from);
        gathered.add(chunk, from, its);
        if (gathered.length() >= HEADER) {
            ByteReader in = gathered.reader();
            boolean offers = in.peek(5) == Offer.MESSAGE && length() <= MAX_PACKET && length() > HEADER;
            if (!offers) {
                finish();
            } else if (gathered.length() == length()) {
                in.seek(HEADER);
                offer = Offer.read(in, client);
                finish();
            }
        }
        return its;
    }

    /** The packet with its length field; past the limit when it is absurd. */
    private int length() {
        return (int) Math.min(gathered.reader().u32() + 4, MAX_PACKET + 1L);
    }
}
