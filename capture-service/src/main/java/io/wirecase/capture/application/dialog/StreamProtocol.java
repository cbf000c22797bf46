package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Verdict;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A protocol that is told by the first bytes of a stream and read by a decoder of its own.
 *
 * @param name its name, as in {@link io.wirecase.core.flow.Application#stack()}
 * @param first whether a byte, 0 to 255, may be the first of a side: {@code starts} is asked for no others
 * @param starts what the first bytes of one side, one or more, say; asked again as more come, until it is sure. What is
 *     MORE must end at some length, since nothing else is tried for as long
 * @param begins begins to read; all that was seen is then told to the dialog from the start
 */
public record StreamProtocol(String name, IntPredicate first, Function<Look, Verdict> starts, Beginning begins) {

    /** Makes the decoder. */
    @FunctionalInterface
    public interface Beginning {

        /**
         * A decoder that has read nothing.
         *
         * @param look the first bytes of the side that told the protocol
         * @param around what the stream is part of
         */
        StreamDialog begin(Look look, Around around);
    }

    /** First bytes: one of these, one char a byte. */
    public static IntPredicate oneOf(String bytes) {
        return b -> bytes.indexOf(b) >= 0;
    }

    /** First bytes: any at all. */
    public static IntPredicate any() {
        return b -> true;
    }
}
