package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.stream.ByteReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A message of lines: a first line, fields, an empty line, and what follows (RFC 9112 section 2, as SIP and SSDP use
 * it too).
 *
 * @param first the first line, one char a byte
 * @param fields by name in lower case; of a name that is there twice, the first
 * @param body what follows the empty line, as far as it is there
 */
public record TextHead(String first, Map<String, String> fields, String body) {

    private static final int MAX_BYTES = 2048;
    private static final int MAX_FIELDS = 64;

    /** Keeps its own copy of the map. */
    public TextHead {
        fields = Map.copyOf(fields);
    }

    /** Reads a message, as far as it is like one; the first 2048 bytes. */
    public static TextHead read(ByteReader in) {
        String text = in.text(Math.min(in.remaining(), MAX_BYTES)).raw();
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        Map<String, String> fields = new HashMap<>();
        String first = "";
        for (String line : head.lines().limit(MAX_FIELDS).toList()) {
            int colon = line.indexOf(':');
            if (first.isEmpty()) {
                first = line;
            } else if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return new TextHead(first, fields, end < 0 ? "" : text.substring(end + 4));
    }

    /** A field's value by its name in lower case, or "" when it has none. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
