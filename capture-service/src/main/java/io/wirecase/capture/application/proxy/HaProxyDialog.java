package io.wirecase.capture.application.proxy;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dialog.TextDialog;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.net.Party;

/**
 * The line that a load balancer puts before a connection it passes on (PROXY protocol, version 1), and what follows.
 */
public final class HaProxyDialog extends TextDialog {

    /** How the line is told. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "HAProxy",
            StreamProtocol.oneOf("P"),
            look -> look.beginsAny("PROXY TCP4 ", "PROXY TCP6 ", "PROXY UNKNOWN"),
            (look, around) -> new HaProxyDialog(look.side(), around));

    private HaProxyDialog(Party client, Around around) {
        super("HAProxy", client, around);
    }

    @Override
    protected void request(String line, Chunk at) {
        understood();
        service.version("1");
        handOver();
    }

    @Override
    protected void reply(String line, Chunk at) {
        // The server answers what follows the line.
    }
}
