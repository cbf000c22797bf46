package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;

/** Cuts one side's bytes into messages that say their own length. Of a long message only the beginning is kept. */
final class FrameReader {

    /** How messages are cut, and who takes them. */
    interface Owner {

        /**
         * The whole length of the message that begins so, at least what was seen.
         *
         * @return 0 while too few bytes tell, negative when no message begins so
         */
        long measure(ByteReader seen);

        /**
         * How much of the message that begins so is to be kept, in bytes.
         *
         * @param seen as much of it as told its length
         */
        int keep(ByteReader seen);

        /** A message ended. */
        void message(ByteReader kept, long length, Chunk at);
    }

    /** No header that tells its length is longer. */
    private static final int MAX_HEADER = 600;

    private final Owner owner;
    private final Gathered kept;
    private int limit;
    private long length;
    private long position;
    private boolean holed;
    private boolean broken;

    FrameReader(Owner owner, int limit) {
        this.owner = owner;
        this.kept = new Gathered(Math.max(limit, MAX_HEADER));
    }

    /** Whether where messages begin is no longer known. */
    boolean broken() {
        return broken;
    }

    /** Bytes of memory it takes. */
    int held() {
        return kept.held();
    }

    /** Gives up. */
    void stop() {
        broken = true;
        kept.clear();
    }

    /** Takes bytes up to the end of a message; how many were used. */
    int take(Chunk chunk) {
        int used = 0;
        while (used < chunk.length() && length == 0 && !broken) {
            kept.add(chunk, used++, 1);
            position++;
            length = owner.measure(kept.reader());
            limit = length > 0 ? owner.keep(kept.reader()) : 0;
            broken = length < 0 || length == 0 && position >= MAX_HEADER || length > 0 && length < position;
        }
        if (broken) {
            kept.clear();
            return chunk.length();
        }
        int its = (int) Math.min(length - position, chunk.length() - used);
        if (!holed && its > 0 && kept.length() < limit) {
            kept.add(chunk, used, Math.min(its, limit - kept.length()));
        }
        position += Math.max(0, its);
        end(chunk);
        return used + Math.max(0, its);
    }

    private void end(Chunk at) {
        if (length > 0 && position == length) {
            ByteReader message = new ByteReader(kept.reader().take(kept.length()), 0, kept.length());
            long its = length;
            kept.drop(kept.length());
            length = 0;
            position = 0;
            holed = false;
            owner.message(message, its, at);
        }
    }

    /** Bytes are missing: inside a message they count and what is kept of it ends there, else all is lost. */
    void gap(long missing) {
        if (length > 0 && missing < length - position) {
            position += missing;
            holed = true;
        } else {
            stop();
        }
    }
}
