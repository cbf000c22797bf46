package io.wirecase.core.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flow carries, and how we know.
 *
 * @param stack protocol names from the carrier inwards, for example {@code [HTTP_Connect, TLS]}, maybe with the
 *     application that uses them last, as in {@code [TLS, YouTube]}; empty when unknown
 * @param from how the protocols were found; of an application alone how that was
 * @param named how the application was found that is the last name of the stack, or null when that holds protocols only
 */
public record Application(
        List<String> stack, Found from, @Nullable Found named) {

    /** A flow whose application is not known. */
    public static final Application UNKNOWN = new Application(List.of(), Found.UNKNOWN);

    /** Keeps its own copy of the list. */
    public Application {
        stack = List.copyOf(stack);
    }

    /** Protocols alone. */
    public Application(List<String> stack, Found from) {
        this(stack, from, null);
    }

    /** The same protocols with the application that uses them. */
    public Application with(String application, Found found) {
        return switch (stack.size()) {
            case 0 -> new Application(List.of(application), found, found);
            case 1 -> new Application(List.of(stack.getFirst(), application), from, found);
            default -> {
                List<String> longer = new ArrayList<>(stack);
                longer.add(application);
                yield new Application(longer, from, found);
            }
        };
    }

    /** The names joined by dots, or {@code "Unknown"}. */
    public String name() {
        return joined(stack);
    }

    /** The outermost protocol, or {@code "Unknown"}. */
    public String carrier() {
        return stack.isEmpty() ? "Unknown" : stack.getFirst();
    }

    /** The names of protocols, without that of an application. */
    public List<String> protocols() {
        return named == null ? stack : stack.subList(0, stack.size() - 1);
    }

    /** The names of protocols joined by dots, or {@code "Unknown"}. */
    public String protocol() {
        return joined(protocols());
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "Unknown" : String.join(".", names);
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
