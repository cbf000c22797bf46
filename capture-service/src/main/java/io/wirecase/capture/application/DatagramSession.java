package io.wirecase.capture.application;

import io.wirecase.capture.application.dns.DnsDialog;
import io.wirecase.capture.application.dns.DnsMessage;
import io.wirecase.capture.application.dns.DnsReader;
import io.wirecase.capture.application.dns.DnsStream;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.tls.DtlsDialog;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Facts;
import io.wirecase.core.flow.Party;
import io.wirecase.core.flow.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads UDP payloads: DNS and its kin, DTLS hellos; names others by what a datagram looks like. */
final class DatagramSession implements Session {

    private static final int DNS_PORT = 53;
    private static final int MDNS_PORT = 5353;
    private static final int LLMNR_PORT = 5355;
    private static final int NETBIOS_NAMES_PORT = 137;
    /** Datagrams that nothing fits, after which nothing is looked for. */
    private static final int MAX_UNKNOWN = 16;
    /** Datagrams after a name in which a DTLS hello is still looked for, as in calls that begin with STUN. */
    private static final int DTLS_WITHIN = 32;

    private static final int QUERY = 0;

    private final Ends ends;
    private final DnsStream.Sink answers;
    private @Nullable DnsDialog dns;
    private @Nullable String dnsName;
    private @Nullable DtlsDialog dtls;
    private @Nullable List<String> label;
    private int datagrams;

    DatagramSession(Ends ends, DnsStream.Sink answers) {
        this.ends = ends;
        this.answers = answers;
    }

    @Override
    public void data(Chunk chunk) {
        if (chunk.length() == 0) {
            return;
        }
        datagrams++;
        if (dns != null || label == null && dtls == null) {
            if (readDns(chunk)) {
                return;
            }
        }
        if (dtls != null || DtlsDialog.starts(chunk)) {
            readDtls(chunk);
        } else if (label == null && dns == null) {
            Party sender = chunk.sender();
            ByteReader none = new ByteReader(new byte[0], 0, 0);
            label = Names.ofDatagram(new Look(chunk.reader(), none, ends.port(sender), ends.port(sender.other())));
        }
    }

    private void readDtls(Chunk chunk) {
        DtlsDialog dialog = dtls == null ? new DtlsDialog() : dtls;
        dtls = dialog;
        dialog.data(chunk);
    }

    /** Reads a datagram as DNS where its port says so, or where it is without doubt a whole query. */
    private boolean readDns(Chunk chunk) {
        String name = dnsName == null ? kind() : dnsName;
        DnsMessage message = DnsReader.read(chunk.reader());
        if (message == null || !plausible(message, name != null)) {
            return false;
        }
        DnsDialog dialog = dns == null ? new DnsDialog() : dns;
        dns = dialog;
        dnsName = name == null || name.equals("DNS") ? dnsOrDnscrypt(message) : name;
        dialog.message(message, chunk.timeNanos(), chunk.packet());
        if (dnsName.equals("DNS") || dnsName.equals("LLMNR")) {
            answers.message(chunk.sender(), message, chunk.timeNanos(), chunk.packet());
        }
        return true;
    }

    /** The DNSCrypt protocol fetches its certificates by questions under this label, on whatever port it is served. */
    private static String dnsOrDnscrypt(DnsMessage message) {
        DnsMessage.Question question = message.question();
        boolean certificate = question != null && question.name().raw().startsWith("2.dnscrypt-cert.");
        return certificate ? "DNScrypt" : "DNS";
    }

    private static boolean plausible(DnsMessage message, boolean expected) {
        DnsMessage.Question question = message.question();
        if (expected) {
            return question != null || message.response() && !message.answers().isEmpty();
        }
        return message.whole()
                && message.operation() == QUERY
                && question != null
                && question.name().raw().length() > 3
                && question.name().raw().chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private @Nullable String kind() {
        if (ends.port(DNS_PORT)) {
            return "DNS";
        }
        if (ends.port(MDNS_PORT)) {
            return "MDNS";
        }
        if (ends.port(LLMNR_PORT)) {
            return "LLMNR";
        }
        return ends.port(NETBIOS_NAMES_PORT) ? "NetBIOS" : null;
    }

    @Override
    public void gap(Party sender, long missing) {
        // Datagrams stand alone: one that was cut short is read as far as it goes.
    }

    @Override
    public boolean wantsMore() {
        if (dns != null) {
            return true;
        }
        if (dtls != null) {
            return dtls.wantsMore();
        }
        return datagrams < (label == null ? MAX_UNKNOWN : DTLS_WITHIN);
    }

    @Override
    public Application application() {
        if (dns != null && dnsName != null) {
            return new Application(List.of(dnsName), Application.Found.DECODED);
        }
        boolean hello = dtls != null && dtls.seen();
        if (label != null && !hello) {
            return new Application(label, Application.Found.GUESSED);
        }
        if (dtls != null) {
            return new Application(List.of("DTLS"), hello ? Application.Found.DECODED : Application.Found.GUESSED);
        }
        return Application.UNKNOWN;
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return null;
    }

    @Override
    public void tell(Facts.Draft facts) {
        facts.tls(dtls == null ? null : dtls.facts());
        facts.dns(dns == null || "NetBIOS".equals(dnsName) ? null : dns.facts());
    }
}
