package io.wirecase.core.wire;

/**
 * A flow as bytes that can stand in any block, so that one which waits to be published takes little memory and is
 * encoded once.
 */
public final class PackedFlow {

    private final byte[] bytes;
    private final int names;
    private final int ownNames;

    PackedFlow(byte[] bytes, int names, int ownNames) {
        this.bytes = bytes;
        this.names = names;
        this.ownNames = ownNames;
    }

    /** The flow in Smile, its names by number. */
    byte[] bytes() {
        return bytes;
    }

    /** How many of the {@link SharedNames} a block must tell for it. */
    int names() {
        return names;
    }

    /** How many names it tells itself: readers number those too. */
    int ownNames() {
        return ownNames;
    }

    /** How many bytes it takes in a block. */
    public int size() {
        return bytes.length;
    }
}
