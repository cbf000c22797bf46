package io.wirecase.capture.application;

import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.tls.TlsDialog;
import io.wirecase.capture.application.tls.TlsStart;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TLS over TCP, named by its port where that is one of a protocol that is always secured. */
final class TlsConversation implements StreamDialog {

    /** How TLS and SSL are told. */
    static final StreamProtocol PROTOCOL = new StreamProtocol(
            "TLS",
            b -> b >= 0x80 || b >= 20 && b <= 23,
            look -> TlsStart.of(look.reader()),
            (look, around) -> new TlsConversation(look));

    private static final int DNS_OVER_TLS_PORT = 853;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;

    private final TlsDialog dialog;
    private final List<String> stack;

    private TlsConversation(Look look) {
        dialog = new TlsDialog(client(look));
        stack = stack(look);
    }

    /** Who sent a ClientHello; of other records that cannot be told, and the originator is the likelier client. */
    private static Party client(Look look) {
        if (look.u8(0) != HANDSHAKE) {
            return look.u8(0) >= 0x80 ? look.side() : Party.ORIGINATOR;
        }
        return switch (look.u8(5)) {
            case CLIENT_HELLO -> look.side();
            case SERVER_HELLO -> look.side().other();
            // A stream joined in the middle of a handshake: the server's own port is the lower one.
            default ->
                look.portOf(Party.ORIGINATOR) < look.portOf(Party.RESPONDER) ? Party.RESPONDER : Party.ORIGINATOR;
        };
    }

    private static List<String> stack(Look look) {
        String registered = Names.ofSecuredPort(look.portOf(Party.RESPONDER));
        if (registered != null) {
            return List.of(registered);
        }
        return look.port(DNS_OVER_TLS_PORT) ? List.of("TLS", "DoH_DoT") : List.of("TLS");
    }

    @Override
    public void data(Chunk chunk) {
        dialog.data(chunk);
    }

    @Override
    public void gap(Party sender, long missing) {
        dialog.gap(sender, missing);
    }

    @Override
    public boolean wantsMore() {
        return dialog.wantsMore();
    }

    @Override
    public int held() {
        return dialog.held();
    }

    @Override
    public Application application() {
        return new Application(stack, dialog.seen() ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        facts.tls(dialog.facts());
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return dialog.serverName();
    }
}
