package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import java.util.List;

/**
 * Telnet (RFC 854): the options apart, a terminal. Who logs in is told by what the server asks for before the client
 * types a line; the line itself is not kept, only that there was one.
 */
public final class TelnetDialog implements StreamDialog {

    private static final int PORT = 23;
    /** Bytes after which logins are no longer looked for. */
    private static final int MAX_BYTES = 256 * 1024;

    /** How Telnet is told: by the negotiation of an option. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "Telnet", b -> b == 0xFF, TelnetDialog::starts, (look, around) -> new TelnetDialog(client(look)));

    private final Party client;
    private final ServiceNotes service = new ServiceNotes("Telnet");
    private final LoginNotes login = new LoginNotes("Telnet");
    private final Prompts prompts = new Prompts(login, service);
    private final TelnetSide asks = new TelnetSide(this::typed);
    private final TelnetSide answers = new TelnetSide(prompts::shown);
    private int bytes;
    private long packet;

    private TelnetDialog(Party client) {
        this.client = client;
    }

    private static Verdict starts(Look look) {
        if (look.length() < 3) {
            return look.length() < 2 || look.u8(1) >= 0xFA && look.u8(1) <= 0xFE ? Verdict.MORE : Verdict.NO;
        }
        return Verdict.of(look.u8(1) >= 0xFB && look.u8(1) <= 0xFE && look.u8(2) < 0x80);
    }

    /** Either side may negotiate first, so that the client is who originates, unless that one has the server's port. */
    private static Party client(Look look) {
        boolean swapped = look.portOf(Party.ORIGINATOR) == PORT && look.portOf(Party.RESPONDER) != PORT;
        return swapped ? Party.RESPONDER : Party.ORIGINATOR;
    }

    @Override
    public void data(Chunk chunk) {
        TelnetSide side = chunk.sender() == client ? asks : answers;
        packet = chunk.packet();
        for (int i = 0; i < chunk.length() && bytes < MAX_BYTES; i++) {
            bytes++;
            side.take(chunk.at(i));
        }
    }

    private void typed(int b) {
        prompts.typed(b, packet);
    }

    /** What is missing of a terminal's text is text. */
    @Override
    public void gap(Party sender, long missing) {
        bytes = (int) Math.min(MAX_BYTES, bytes + Math.min(missing, MAX_BYTES));
    }

    @Override
    public boolean wantsMore() {
        return bytes < MAX_BYTES;
    }

    @Override
    public Application application() {
        boolean decoded = asks.negotiated() || answers.negotiated();
        return new Application(List.of("Telnet"), decoded ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        service.detail("terminal", asks.terminal());
        service.tell(facts);
        login.tell(facts);
    }
}
