package io.wirecase.core.flow;

import java.util.List;

/**
 * What a flow carries, and how we know.
 *
 * @param stack protocol names from the carrier inwards, for example {@code [HTTP_Connect, TLS]}; empty when unknown
 * @param from how it was found
 */
public record Application(List<String> stack, Found from) {

    /** A flow whose application is not known. */
    public static final Application UNKNOWN = new Application(List.of(), Found.UNKNOWN);

    /** Keeps its own copy of the list. */
    public Application {
        stack = List.copyOf(stack);
    }

    /** The names joined by dots, or {@code "Unknown"}. */
    public String name() {
        return stack.isEmpty() ? "Unknown" : String.join(".", stack);
    }

    /** The outermost protocol, or {@code "Unknown"}. */
    public String carrier() {
        return stack.isEmpty() ? "Unknown" : stack.getFirst();
    }

    /** How an application was found, surest first. */
    public enum Found {
        /** Its messages were parsed. */
        DECODED,
        /** The client had asked DNS for a name that tells. */
        BY_DNS,
        /** The address is known for it. */
        BY_ADDRESS,
        /** Only by its port number. */
        BY_PORT,
        /** By its first bytes, without parsing them. */
        GUESSED,
        /** Not found. */
        UNKNOWN
    }
}
