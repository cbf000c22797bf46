package io.wirecase.capture.application.directory;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramProtocol;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.core.fact.Facts;

/** Kerberos over UDP (RFC 4120 section 7.2.1): messages that fill their datagrams. */
public final class KerberosDatagrams extends NotedDecoder {

    private static final String NAME = "Kerberos";
    private static final int PORT = 88;
    private static final int MAX_READ = 64;

    /** How Kerberos is told: by the tag of a message that fills the datagram, and its version. */
    public static final DatagramProtocol PROTOCOL =
            new DatagramProtocol(NAME, KerberosDatagrams::fit, context -> new KerberosDatagrams());

    private final LoginNotes login = new LoginNotes(NAME);

    private KerberosDatagrams() {
        super(NAME, MAX_READ);
    }

    private static Fit fit(Look look) {
        if (!KerberosMessage.tag(look.u8(0)) || Der.measure(look.reader()) != look.length()) {
            return Fit.NO;
        }
        boolean message = KerberosMessage.read(look.reader(), new ServiceNotes(NAME), new LoginNotes(NAME), 0);
        return Fit.likelyIf(message).surerIf(look.port(PORT));
    }

    @Override
    public boolean read(Datagram datagram) {
        boolean message = KerberosMessage.read(
                datagram.reader(), notes, login, datagram.chunk().packet());
        if (message) {
            counted();
        }
        return message;
    }

    @Override
    public void tell(Facts.Draft facts) {
        super.tell(facts);
        login.tell(facts);
    }
}
