package io.wirecase.capture.application.dialog;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/** Takes connections that a conversation says will come. */
@FunctionalInterface
public interface Announcements {

    /**
     * Expects a connection.
     *
     * @param protocol the name it will go by
     * @param end which side of this conversation waits for it
     * @param address where that side waits, or null when it did not say: then at the address it has here
     * @param port the port it waits on
     * @param timeNanos capture time of the announcement
     */
    void expect(String protocol, Party end, @Nullable IpAddress address, int port, long timeNanos);
}
