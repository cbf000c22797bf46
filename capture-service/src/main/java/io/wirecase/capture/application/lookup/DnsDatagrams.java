package io.wirecase.capture.application.lookup;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramDecoder;
import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dns.DnsDialog;
import io.wirecase.capture.application.dns.DnsMessage;
import io.wirecase.capture.application.dns.DnsReader;
import io.wirecase.core.fact.Facts;
import java.util.List;
import java.util.Locale;

/** DNS messages in datagrams (RFC 1035, RFC 6762, RFC 4795). */
final class DnsDatagrams implements DatagramDecoder {

    private static final int QUERY = 0;
    /** Where DNSCrypt's resolvers keep their certificates, and one vendor's resolvers theirs. */
    private static final String CERTIFICATE = "2.dnscrypt-cert.";

    private static final String AVAST_CERTIFICATE = "2.securedns.avast.com";

    private final FlowContext context;
    private final DnsDialog dialog = new DnsDialog();
    private String name;

    DnsDatagrams(String name, FlowContext context) {
        this.name = name;
        this.context = context;
    }

    @Override
    public boolean read(Datagram datagram) {
        DnsMessage message = DnsReader.read(datagram.reader());
        if (message == null || !plausible(message)) {
            return false;
        }
        if (name.equals("DNS")) {
            name = provider(message);
        }
        long time = datagram.chunk().timeNanos();
        long packet = datagram.chunk().packet();
        dialog.datagram(message, datagram.chunk().length());
        dialog.message(message, time, packet);
        if (!name.equals("MDNS")) {
            context.answers().message(datagram.sender(), message, time, packet);
        }
        return true;
    }

    private static boolean plausible(DnsMessage message) {
        boolean answers = message.response() && !message.answers().isEmpty();
        return message.question() != null || answers || message.whole() && message.operation() != QUERY;
    }

    /** DNSCrypt fetches its certificates by questions under a label of its own, on whatever port it is served. */
    private static String provider(DnsMessage message) {
        DnsMessage.Question question = message.question();
        String asked = question == null ? "" : question.name().raw();
        if (asked.startsWith(CERTIFICATE)) {
            return "DNScrypt";
        }
        boolean avast = asked.length() == AVAST_CERTIFICATE.length()
                && asked.toLowerCase(Locale.ROOT).equals(AVAST_CERTIFICATE);
        return avast ? "AVASTSecureDNS" : "DNS";
    }

    @Override
    public List<String> stack() {
        return List.of(name);
    }

    @Override
    public int held() {
        return StreamDialog.FEW_NOTES / 2 + dialog.held();
    }

    /** Every message is a transaction of its own. */
    @Override
    public boolean wantsMore() {
        return true;
    }

    @Override
    public void tell(Facts.Draft facts) {
        facts.dns(dialog.facts());
    }
}
