package io.wirecase.capture.application;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.flow.Party;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first bytes of a stream, kept until it is clear who reads them; then they are read again from the start. */
final class Opening {

    /** The most kept of one side. */
    private static final int MAX_BYTES = 16 * 1024;
    /** The most pieces kept. */
    private static final int MAX_PIECES = 48;

    private sealed interface Piece {
        Party sender();
    }

    private record Data(Chunk chunk) implements Piece {
        @Override
        public Party sender() {
            return chunk.sender();
        }
    }

    private record Gap(Party sender, long missing) implements Piece {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Party, Gathered> first = new EnumMap<>(Party.class);
    private int seen;

    Opening() {
        for (Party side : Party.values()) {
            first.put(side, new Gathered(MAX_BYTES));
        }
    }

    void add(Chunk chunk) {
        seen++;
        pieces.add(new Data(chunk.copy()));
        of(chunk.sender()).add(chunk, 0, chunk.length());
    }

    void gap(Party sender, long missing) {
        seen++;
        if (of(sender).length() > 0) {
            pieces.add(new Gap(sender, missing));
        }
    }

    /** Forgets one side, since its stream was joined in the middle and a later packet may begin something. */
    void restart(Party side) {
        pieces.removeIf(piece -> piece.sender() == side);
        of(side).clear();
    }

    Gathered of(Party side) {
        Gathered its = first.get(side);
        if (its == null) {
            throw new IllegalStateException("both sides are there from the start");
        }
        return its;
    }

    /** Whether waiting longer is no use. */
    boolean full() {
        return seen >= MAX_PIECES
                || of(Party.ORIGINATOR).full()
                || of(Party.RESPONDER).full();
    }

    void replay(StreamDecoder decoder) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Data(Chunk chunk) -> decoder.data(chunk);
                case Gap(Party sender, long missing) -> decoder.gap(sender, missing);
            }
        }
    }

    void clear() {
        pieces.clear();
        first.values().forEach(Gathered::clear);
    }
}
