package io.wirecase.scenarios.bulk;

/**
 * What one side says before the other answers.
 *
 * @param fromClient who says it
 * @param head its first bytes
 * @param length all its bytes; what is behind the head is opaque
 * @param pause nanoseconds from the end of the turn before
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to packets; nobody compares them.
record Turn(boolean fromClient, byte[] head, long length, long pause) {

    static Turn client(byte[] all, long pause) {
        return new Turn(true, all, all.length, pause);
    }

    static Turn server(byte[] all, long pause) {
        return new Turn(false, all, all.length, pause);
    }

    /** A head with so many opaque bytes behind it. */
    static Turn server(byte[] head, long more, long pause) {
        return new Turn(false, head, head.length + more, pause);
    }

    static Turn client(byte[] head, long more, long pause) {
        return new Turn(true, head, head.length + more, pause);
    }
}
