package io.wirecase.report.document;

import io.wirecase.core.net.UntrustedText;
import java.util.List;

/**
 * A sentence or a cell, with the claims it rests on. It was built from a template and claims; a renderer only
 * escapes it.
 *
 * @param parts its text in order
 * @param claims ids of the claims, in the order of the text; empty only for words without any fact
 */
public record Prose(List<Part> parts, List<String> claims) {

    /** The most characters of one text from packets that {@link #text()} shows. */
    public static final int MAX_UNTRUSTED = 120;

    /** Keeps its own copies of the lists. */
    public Prose {
        parts = List.copyOf(parts);
        claims = List.copyOf(claims);
    }

    /** Words of ours without any fact, for example a column's label. */
    public static Prose words(String ours) {
        return new Prose(List.of(new Ours(ours)), List.of());
    }

    /** The text on one line; what came from packets is made visible and cut, and stays untrusted. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Ours ours -> out.append(ours.text());
                case FromPackets hostile -> out.append(hostile.text().visible(MAX_UNTRUSTED));
            }
        }
        return out.toString();
    }

    /** A piece of text by who wrote it. */
    public sealed interface Part {}

    /** Words and values of ours. */
    public record Ours(String text) implements Part {}

    /** Text somebody put into a packet. */
    public record FromPackets(UntrustedText text) implements Part {}
}
