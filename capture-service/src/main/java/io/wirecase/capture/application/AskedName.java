package io.wirecase.capture.application;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The host name a client asked a server for: the first Host field without its port, or the TLS server name. */
final class AskedName {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private AskedName() {}

    /** The name, or null where none was asked for or it is an address. */
    static @Nullable UntrustedText of(@Nullable UntrustedText asked) {
        if (asked == null) {
            return null;
        }
        UntrustedText host = new UntrustedText(PORT.matcher(asked.raw()).replaceFirst(""));
        return IpAddress.parse(host.raw()).isPresent() ? null : host;
    }
}
