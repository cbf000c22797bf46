package io.wirecase.capture.application.voip;

import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where media is wanted (RFC 8866): the lines that name a connection, and those that name a medium. */
final class SessionDescription {

    private static final int MAX_MEDIA = 8;
    private static final int MAX_LINES = 200;
    private static final int MAX_PORT = 65_534;

    /**
     * A medium that its sender wants at an address and port, over RTP.
     *
     * @param kind audio, video or whatever else of the sender's choice
     */
    record Media(String kind, IpAddress address, int port) {}

    private SessionDescription() {}

    static List<Media> read(String body) {
        List<Media> found = new ArrayList<>();
        IpAddress session = null;
        String[] medium = null;
        IpAddress its = null;
        List<String> lines = body.lines().limit(MAX_LINES).toList();
        for (String line : lines) {
            if (line.startsWith("c=")) {
                IpAddress address = connection(line);
                session = medium == null ? address : session;
                its = medium == null ? its : address;
            } else if (line.startsWith("m=")) {
                add(found, medium, its == null ? session : its);
                medium = line.substring(2).split(" ", 4);
                its = null;
            }
        }
        add(found, medium, its == null ? session : its);
        return found;
    }

    /** {@code c=IN IP4 192.0.2.1}, an address of a group maybe with a lifetime behind a slash. */
    private static @Nullable IpAddress connection(String line) {
        String[] parts = line.substring(2).strip().split(" ", 3);
        if (parts.length < 3) {
            return null;
        }
        int slash = parts[2].indexOf('/');
        return IpAddress.parse(slash < 0 ? parts[2] : parts[2].substring(0, slash))
                .orElse(null);
    }

    /** {@code m=audio 49170 RTP/AVP 0}; a port of 0 refuses the medium. */
    private static void add(List<Media> found, String @Nullable [] medium, @Nullable IpAddress address) {
        if (medium == null || medium.length < 3 || address == null || found.size() >= MAX_MEDIA) {
            return;
        }
        int slash = medium[1].indexOf('/');
        int port = number(slash < 0 ? medium[1] : medium[1].substring(0, slash));
        if (medium[2].contains("RTP/") && port > 0 && port <= MAX_PORT) {
            found.add(new Media(medium[0], address, port));
        }
    }

    private static int number(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }
}
