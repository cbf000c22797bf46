package io.wirecase.capture.application.smb;

import io.wirecase.capture.application.dialog.ServiceNotes;
import java.util.LinkedHashSet;
import java.util.Set;

/** The shares a client connected to, by their names without the server's. */
final class Shares {

    private static final int MAX_SHARES = 8;
    private static final int MAX_NAME = 40;

    private final ServiceNotes service;
    private final Set<String> names = new LinkedHashSet<>();

    Shares(ServiceNotes service) {
        this.service = service;
    }

    /** A path as {@code \\server\share}. */
    void connected(String path) {
        String name = path.substring(path.lastIndexOf('\\') + 1);
        if (!name.isEmpty() && names.size() < MAX_SHARES) {
            names.add(name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME));
            service.latest("shares", String.join(",", names));
        }
    }
}
