package io.wirecase.capture.application;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dns.DnsDialog;
import io.wirecase.capture.application.dns.DnsMessage;
import io.wirecase.capture.application.dns.DnsStream;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import java.util.List;

/** DNS over TCP on its port. */
final class DnsConversation implements StreamDialog {

    private static final int PORT = 53;

    /** How DNS over TCP is told. */
    static final StreamProtocol PROTOCOL = new StreamProtocol(
            "DNS",
            StreamProtocol.any(),
            look -> look.port(PORT) ? DnsStream.starts(look.reader()) : Verdict.NO,
            (look, around) -> new DnsConversation(around));

    private final DnsDialog dialog = new DnsDialog();
    private final DnsStream stream;
    private final DnsStream.Sink answers;

    private DnsConversation(Around around) {
        answers = around.answers();
        stream = new DnsStream(this::message);
    }

    private void message(Party sender, DnsMessage message, long timeNanos, long packet) {
        dialog.message(message, timeNanos, packet);
        answers.message(sender, message, timeNanos, packet);
    }

    @Override
    public void data(Chunk chunk) {
        stream.data(chunk);
    }

    @Override
    public void gap(Party sender, long missing) {
        stream.gap(sender, missing);
    }

    @Override
    public boolean wantsMore() {
        return stream.wantsMore();
    }

    @Override
    public int held() {
        return FEW_NOTES + stream.held() + dialog.held();
    }

    @Override
    public Application application() {
        return new Application(List.of("DNS"), Application.Found.DECODED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        facts.dns(dialog.facts());
    }
}
