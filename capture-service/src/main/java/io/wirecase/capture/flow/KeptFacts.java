package io.wirecase.capture.flow;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import org.jspecify.annotations.Nullable;

/** What was read of a flow that nothing more is read of: as it is, or packed where memory is scarce. */
final class KeptFacts {

    /** Nothing was read, or nothing of it kept. */
    static final KeptFacts NOTHING = new KeptFacts(Facts.NONE, null, 0);

    private final Facts facts;
    private final byte @Nullable [] packed;
    private final int held;

    private KeptFacts(Facts facts, byte @Nullable [] packed, int held) {
        this.facts = facts;
        this.packed = packed;
        this.held = held;
    }

    /** As they are. @param held bytes they take, roughly */
    static KeptFacts plain(Facts facts, int held) {
        return new KeptFacts(facts, null, held);
    }

    /** Packed; a fifth of the memory, and time to unpack them. */
    static KeptFacts packed(Facts facts) {
        byte[] bytes = Codec.encodeFacts(facts);
        return new KeptFacts(Facts.NONE, bytes, bytes.length);
    }

    Facts facts() {
        if (packed == null) {
            return facts;
        }
        try {
            return Codec.decodeFacts(packed);
        } catch (Unreadable bug) {
            throw new IllegalStateException("facts that were packed here cannot be unpacked", bug);
        }
    }

    /** Bytes of memory they take. */
    int held() {
        return held;
    }
}
