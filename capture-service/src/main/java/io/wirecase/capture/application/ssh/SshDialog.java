package io.wirecase.capture.application.ssh;

import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SSH connection up to where it is encrypted. */
public final class SshDialog implements StreamDialog {

    private static final int PORT = 22;
    /** The longest list of ciphers kept. */
    private static final int MAX_LIST = 512;

    /** How SSH is told: by the banner of either side. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "SSH",
            StreamProtocol.oneOf("S"),
            look -> look.beginsAny("SSH-1.", "SSH-2."),
            (look, around) -> new SshDialog(client(look)));

    private final Party clientSide;
    private final SshSide client = new SshSide(true);
    private final SshSide server = new SshSide(false);

    private SshDialog(Party clientSide) {
        this.clientSide = clientSide;
    }

    /** Both sides begin alike, so the client is who originates, unless that one alone has the server's port. */
    private static Party client(Look look) {
        boolean swapped = look.portOf(Party.ORIGINATOR) == PORT && look.portOf(Party.RESPONDER) != PORT;
        return swapped ? Party.RESPONDER : Party.ORIGINATOR;
    }

    @Override
    public void data(Chunk chunk) {
        side(chunk.sender()).data(chunk);
    }

    /** Where a packet begins after missing bytes cannot be told. */
    @Override
    public void gap(Party sender, long missing) {
        side(sender).finish();
    }

    @Override
    public int held() {
        return FEW_NOTES + client.held() + server.held();
    }

    private SshSide side(Party sender) {
        return sender == clientSide ? client : server;
    }

    @Override
    public boolean wantsMore() {
        return !client.done() || !server.done();
    }

    @Override
    public Application application() {
        boolean decoded = client.banner() != null || server.banner() != null;
        return new Application(List.of("SSH"), decoded ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        if (client.banner() == null && server.banner() == null) {
            return;
        }
        Offer asked = client.offer();
        Offer offered = server.offer();
        facts.ssh(new SshFacts(
                text(client.banner()),
                text(server.banner()),
                asked == null ? null : asked.hassh(),
                offered == null ? null : offered.hassh(),
                asked == null ? null : text(asked.ciphers()),
                offered == null ? null : text(offered.ciphers())));
    }

    private static @Nullable UntrustedText text(@Nullable String raw) {
        return raw == null ? null : new UntrustedText(raw.length() <= MAX_LIST ? raw : raw.substring(0, MAX_LIST));
    }
}
