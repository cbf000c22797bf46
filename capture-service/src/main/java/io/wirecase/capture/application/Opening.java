package io.wirecase.capture.application;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.List;

/** The first bytes of a stream, kept until it is clear who reads them; then they are read again from the start. */
final class Opening {

    /** The most kept of one side. */
    private static final int MAX_BYTES = 16 * 1024;
    /** The most pieces kept. */
    private static final int MAX_PIECES = 1024;
    /** Pieces that begin nothing, after which nothing is looked for. */
    private static final int MAX_HOPELESS = 48;

    /** Bytes that a piece takes besides its content. */
    private static final int A_PIECE = 96;

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
    private final Gathered originator = new Gathered(MAX_BYTES);
    private final Gathered responder = new Gathered(MAX_BYTES);
    private boolean originatorHopeless;
    private boolean responderHopeless;
    private int copied;
    private int seen;
    private int hopeless;

    void add(Chunk chunk) {
        seen++;
        boolean its = chunk.sender() == Party.ORIGINATOR ? originatorHopeless : responderHopeless;
        if (its && of(chunk.sender()).length() > 0) {
            restart(chunk.sender());
        }
        copied += chunk.length();
        pieces.add(new Data(chunk.copy()));
        of(chunk.sender()).add(chunk, 0, chunk.length());
    }

    void gap(Party sender, long missing) {
        seen++;
        if (of(sender).length() > 0) {
            pieces.add(new Gap(sender, missing));
        }
    }

    /**
     * Says of which sides what was seen begins no protocol: a later packet of them may, when the stream was joined
     * midway.
     */
    void hopeless(boolean ofOriginator, boolean ofResponder) {
        originatorHopeless = ofOriginator;
        responderHopeless = ofResponder;
        if (ofOriginator && ofResponder) {
            hopeless++;
        }
    }

    private void restart(Party side) {
        pieces.removeIf(piece -> piece.sender() == side);
        of(side).clear();
    }

    /** Whether nothing was seen yet. */
    boolean empty() {
        return seen == 0;
    }

    Gathered of(Party side) {
        return side == Party.ORIGINATOR ? originator : responder;
    }

    /** Whether waiting longer is no use. */
    boolean full() {
        return hopeless >= MAX_HOPELESS || seen >= MAX_PIECES || originator.full() || responder.full();
    }

    void replay(StreamDecoder decoder) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Data(Chunk chunk) -> decoder.data(chunk);
                case Gap(Party sender, long missing) -> decoder.gap(sender, missing);
            }
        }
    }

    /** Bytes of memory it takes; each piece is kept once as it came and once in its place. */
    int held() {
        return originator.held() + responder.held() + copied + pieces.size() * A_PIECE;
    }

    void clear() {
        copied = 0;
        pieces.clear();
        originator.clear();
        responder.clear();
    }
}
