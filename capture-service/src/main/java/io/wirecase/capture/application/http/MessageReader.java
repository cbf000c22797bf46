package io.wirecase.capture.application.http;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Contents;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.fact.HttpFacts;
import org.jspecify.annotations.Nullable;

/**
 * Reads one direction of a connection, message after message. Heads are gathered, bodies only counted. Bytes that begin
 * no message are counted as more body of the message before them: a reply that should have ended and did not is
 * evidence.
 */
final class MessageReader {

    /** The longest head that is read whole; of a longer one, what fits. */
    static final int MAX_HEAD = 64 * 1024;

    /** The line before a chunk (RFC 9112 section 7.1) that is stepped over to see how the body begins. */
    private static final int MAX_CHUNK_LINE = 64;

    /** What the reader asks and tells. */
    interface Owner {

        /** A head is whole: what body follows it? */
        Framing head(Message message);

        /** These bytes come after what was HTTP. */
        void beyond(Chunk chunk);

        /** Bytes that begin no message: whether the connection carries something else by now. */
        boolean tunnelled();
    }

    private enum State {
        START,
        HEAD,
        LENGTH,
        CHUNKS,
        UNTIL_CLOSE,
        LOST,
        BEYOND
    }

    private final Owner owner;
    private final boolean requests;
    private final Gathered gathered = new Gathered(MAX_HEAD);
    private final ChunkedBody chunks = new ChunkedBody();
    private State state = State.START;
    private @Nullable Message current;
    private long left;
    private long startNanos;
    private long startPacket;
    private int lineBytes;
    private int begun;

    MessageReader(Owner owner, boolean requests) {
        this.owner = owner;
        this.requests = requests;
    }

    /** From now on everything goes to {@link Owner#beyond}. */
    void handOver() {
        state = State.BEYOND;
        gathered.clear();
    }

    /** Bytes of memory it takes. */
    int held() {
        return gathered.held();
    }

    boolean beyond() {
        return state == State.BEYOND;
    }

    void data(Chunk chunk) {
        Chunk rest = chunk;
        if (state == State.LOST && begins(rest)) {
            state = State.START;
        }
        while (rest.length() > 0) {
            rest = rest.from(step(rest));
        }
    }

    /** Reads some of a chunk in the present state; at least one byte, else the state has changed. */
    private int step(Chunk chunk) {
        return switch (state) {
            case START -> start(chunk);
            case HEAD -> head(chunk);
            case LENGTH -> counted(Math.min(chunk.length(), left));
            case CHUNKS -> chunked(chunk);
            case UNTIL_CLOSE, LOST -> body(chunk.length());
            case BEYOND -> {
                owner.beyond(chunk);
                yield chunk.length();
            }
        };
    }

    private int start(Chunk chunk) {
        int first = chunk.at(0);
        if (first == '\r' || first == '\n') {
            return 1;
        }
        if (!begins(chunk)) {
            state = owner.tunnelled() ? State.BEYOND : State.LOST;
            return 0;
        }
        gathered.clear();
        startNanos = chunk.timeNanos();
        startPacket = chunk.packet();
        lineBytes = 0;
        state = State.HEAD;
        return 0;
    }

    private boolean begins(Chunk chunk) {
        ByteReader probe = chunk.reader();
        return (requests ? HttpStart.request(probe) : HttpStart.response(probe)) != Verdict.NO;
    }

    private int head(Chunk chunk) {
        int used = 0;
        while (used < chunk.length()) {
            int b = chunk.at(used++);
            if (b == '\n') {
                if (lineBytes == 0) {
                    gathered.add(chunk, 0, used);
                    headDone();
                    bodyStarts(chunk.from(used));
                    return used;
                }
                lineBytes = 0;
            } else if (b != '\r') {
                lineBytes++;
            }
            if (gathered.length() + used >= MAX_HEAD) {
                gathered.add(chunk, 0, used);
                headDone();
                state = State.LOST;
                return used;
            }
        }
        gathered.add(chunk, 0, used);
        return used;
    }

    private void headDone() {
        MessageHead read = new MessageHead(gathered.text(0, gathered.length()));
        Message message = new Message(read, startNanos, startPacket, gathered.length());
        gathered.clear();
        current = message;
        switch (owner.head(message)) {
            case Framing.None() -> state = State.START;
            case Framing.Length(long bytes) -> {
                left = bytes;
                state = State.LENGTH;
            }
            case Framing.Chunked() -> {
                chunks.begin();
                state = State.CHUNKS;
            }
            case Framing.UntilClose() -> state = State.UNTIL_CLOSE;
            case Framing.Handover() -> state = State.BEYOND;
        }
    }

    /** What came with the end of a head: of a body, how it begins. */
    private void bodyStarts(Chunk rest) {
        Message message = current;
        if (message == null || rest.length() < Contents.LEAST || begun >= HttpFacts.MAX_EXCHANGES) {
            return;
        }
        begun++;
        switch (state) {
            case LENGTH -> message.bodyStarts(rest, (int) Math.min(left, rest.length()));
            case UNTIL_CLOSE -> message.bodyStarts(rest, rest.length());
            case CHUNKS -> {
                int line = rest.reader()
                                .text(Math.min(rest.length(), MAX_CHUNK_LINE))
                                .raw()
                                .indexOf('\n')
                        + 1;
                message.bodyStarts(rest.from(line), rest.length() - line);
            }
            case START, HEAD, LOST, BEYOND -> {
                // No body follows, or none that is known to be one.
            }
        }
    }

    private int chunked(Chunk chunk) {
        int used = chunks.read(chunk);
        count(chunks.takeCounted());
        if (chunks.broken()) {
            state = State.LOST;
        } else if (chunks.ended()) {
            state = State.START;
        }
        return used;
    }

    private int counted(long bytes) {
        count(bytes);
        left -= bytes;
        if (left == 0) {
            state = State.START;
        }
        return (int) bytes;
    }

    private int body(int bytes) {
        count(bytes);
        return bytes;
    }

    private void count(long bytes) {
        if (current != null) {
            current.body(bytes);
        }
    }

    /**
     * Bytes that were sent but not captured. Inside a body they count as body, since its framing says that they are;
     * inside a head or chunk line there is no telling, so reading goes on at the next chunk that begins a message.
     */
    void gap(long missing) {
        switch (state) {
            case LENGTH -> {
                long inside = Math.min(missing, left);
                counted(inside);
                if (inside < missing) {
                    lose();
                }
            }
            case UNTIL_CLOSE -> count(missing);
            case CHUNKS -> {
                boolean inside = chunks.gap(missing);
                count(chunks.takeCounted());
                if (!inside) {
                    lose();
                }
            }
            case START, HEAD -> lose();
            case LOST, BEYOND -> {
                // Nothing is framed here that a gap could break.
            }
        }
    }

    private void lose() {
        state = State.LOST;
        current = null;
        gathered.clear();
    }
}
