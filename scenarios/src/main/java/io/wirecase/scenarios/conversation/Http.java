package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Bytes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** HTTP/1.1 messages (RFC 9112) as bytes; headers go out in the order given. */
public final class Http {
    /** IMF-fixdate of RFC 9110, always 29 characters: message lengths do not depend on the date. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Http() {}

    /** A message: first line, headers, blank line, body. */
    public static byte[] message(String firstLine, List<String> headers, byte[] body) {
        Bytes bytes = new Bytes().text(firstLine).text("\r\n");
        headers.forEach(header -> bytes.text(header).text("\r\n"));
        return bytes.text("\r\n").raw(body).toArray();
    }

    /** The value of a Date header. */
    public static String date(Instant when) {
        return DATE.format(when);
    }
}
