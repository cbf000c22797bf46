package io.wirecase.capture.application;

import io.wirecase.core.flow.HttpExchange;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.core.flow.UntrustedText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The host name a client asked a server for: the first Host field without its port, or the TLS server name. */
final class AskedName {

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private AskedName() {}

    /** The name, or null where none was asked for or it is an address. */
    static @Nullable UntrustedText of(@Nullable HttpFacts http, @Nullable TlsFacts tls) {
        UntrustedText name = tls == null ? null : tls.serverName();
        if (http != null && !http.exchanges().isEmpty()) {
            HttpExchange.Request request = http.exchanges().getFirst().request();
            name = request == null ? name : request.host();
        }
        if (name == null) {
            return null;
        }
        UntrustedText host = new UntrustedText(PORT.matcher(name.raw()).replaceFirst(""));
        return IpAddress.parse(host.raw()).isPresent() ? null : host;
    }
}
