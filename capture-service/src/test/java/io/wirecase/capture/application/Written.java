package io.wirecase.capture.application;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bytes written down: hex digits, text in single quotes, {@code 00*8} for a byte eight times; blanks mean nothing. */
final class Written {

    private static final Pattern PART = Pattern.compile("'([^']*)'|([0-9a-f]{2})\\*(\\d+)|((?:[0-9a-f]{2})+)|\\s+|(.)");

    private Written() {}

    static byte[] bytes(String written) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PART.matcher(written).results().forEach(part -> add(part, out));
        return out.toByteArray();
    }

    private static void add(MatchResult part, ByteArrayOutputStream out) {
        if (part.group(5) != null) {
            throw new IllegalArgumentException("not bytes: " + part.group());
        } else if (part.group(1) != null) {
            out.writeBytes(part.group(1).getBytes(StandardCharsets.ISO_8859_1));
        } else if (part.group(2) != null) {
            int times = Integer.parseInt(Objects.requireNonNull(part.group(3)));
            for (int i = 0; i < times; i++) {
                out.write(HexFormat.fromHexDigits(part.group(2)));
            }
        } else if (part.group(4) != null) {
            out.writeBytes(HexFormat.of().parseHex(part.group(4)));
        }
    }
}
