package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramDecoder;
import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.tls.DtlsDialog;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads UDP payloads: whichever protocol of the catalog proves to be there, and DTLS hellos; names others by what a
 * datagram looks like.
 */
final class DatagramSession implements Session {

    /** Datagrams that nothing fits, after which nothing is looked for. */
    private static final int MAX_UNKNOWN = 16;
    /** Datagrams after a name in which a DTLS hello is still looked for, as in calls that begin with STUN. */
    private static final int DTLS_WITHIN = 32;

    private final Ends ends;
    private final FlowContext context;
    /** While no decoder is found. */
    private @Nullable Contest contest;

    private @Nullable DatagramDecoder decoder;
    private @Nullable DtlsDialog dtls;
    private @Nullable List<String> label;
    private int datagrams;

    DatagramSession(Ends ends, FlowContext context) {
        this.ends = ends;
        this.context = context;
    }

    @Override
    public void data(Chunk chunk) {
        if (chunk.length() == 0) {
            return;
        }
        datagrams++;
        Party sender = chunk.sender();
        Datagram datagram = Datagram.of(chunk, ends.port(sender), ends.port(sender.other()));
        if (decoder != null && decoder.read(datagram)) {
            return;
        }
        if (dtls != null || DtlsDialog.starts(chunk)) {
            readDtls(chunk);
        } else if (decoder == null && label == null) {
            find(datagram);
        }
    }

    private void find(Datagram datagram) {
        Contest open = contest == null ? new Contest(context) : contest;
        decoder = open.look(datagram);
        contest = decoder == null ? open : null;
        if (decoder == null && open.likely() == null) {
            label = Names.ofDatagram(datagram.look());
        }
    }

    private void readDtls(Chunk chunk) {
        DtlsDialog dialog = dtls == null ? new DtlsDialog() : dtls;
        dtls = dialog;
        dialog.data(chunk);
    }

    @Override
    public void gap(Party sender, long missing) {
        // Datagrams stand alone: one that was cut short is read as far as it goes.
    }

    @Override
    public boolean wantsMore() {
        if (decoder != null && decoder.wantsMore()) {
            return true;
        }
        if (dtls != null) {
            return dtls.wantsMore();
        }
        return datagrams < (label == null && decoder == null ? MAX_UNKNOWN : DTLS_WITHIN);
    }

    @Override
    public Application application() {
        if (dtls != null && dtls.seen()) {
            return new Application(List.of("DTLS"), Application.Found.DECODED);
        }
        if (decoder != null) {
            return new Application(decoder.stack(), Application.Found.DECODED);
        }
        if (label != null) {
            return new Application(label, Application.Found.GUESSED);
        }
        DatagramDecoder likely = contest == null ? null : contest.likely();
        if (likely != null) {
            return new Application(likely.stack(), Application.Found.GUESSED);
        }
        return dtls == null ? Application.UNKNOWN : new Application(List.of("DTLS"), Application.Found.GUESSED);
    }

    @Override
    public int held() {
        int read = decoder == null ? (contest == null ? 0 : contest.held()) : decoder.held();
        return dtls == null ? read : read + dtls.held();
    }

    @Override
    public @Nullable UntrustedText askedName() {
        UntrustedText name = dtls == null ? null : dtls.serverName();
        return name == null && decoder != null ? decoder.askedName() : name;
    }

    @Override
    public void tell(Facts.Draft facts) {
        if (dtls != null) {
            facts.tls(dtls.facts());
        }
        if (decoder != null) {
            decoder.tell(facts);
        }
    }
}
