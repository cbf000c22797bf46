package io.wirecase.capture.application;

import io.wirecase.capture.application.dns.DnsDialog;
import io.wirecase.capture.application.dns.DnsMessage;
import io.wirecase.capture.application.dns.DnsStream;
import io.wirecase.capture.application.http.HttpDialog;
import io.wirecase.capture.application.http.HttpStart;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.capture.application.tls.TlsDialog;
import io.wirecase.capture.application.tls.TlsStart;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.DnsFacts;
import io.wirecase.core.flow.Facts;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.Party;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.core.flow.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a TCP stream: waits until the first bytes of either side tell HTTP, TLS or DNS, then lets that decoder read
 * from the start; else names what the bytes look like. A tunnel through a proxy holds a session of its own.
 */
final class StreamSession implements Session {

    private static final int DNS_PORT = 53;
    private static final int DNS_OVER_TLS_PORT = 853;
    /** Proxies behind proxies; deeper is hostile. */
    private static final int MAX_DEPTH = 4;
    /** Chunks after which a named stream is no longer expected to begin TLS. */
    private static final int UPGRADE_WITHIN = 64;

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;

    private final Ends ends;
    private final DnsStream.Sink answers;
    private final int depth;
    private @Nullable Opening opening = new Opening();
    private @Nullable HttpDialog http;
    private @Nullable TlsDialog tls;
    private @Nullable DnsDialog dns;
    private @Nullable StreamDecoder decoder;
    private @Nullable StreamSession inner;
    private @Nullable List<String> label;
    private int labelled;

    StreamSession(Ends ends, DnsStream.Sink answers) {
        this(ends, answers, 0);
    }

    private StreamSession(Ends ends, DnsStream.Sink answers, int depth) {
        this.ends = ends;
        this.answers = answers;
        this.depth = depth;
    }

    @Override
    public void data(Chunk chunk) {
        StreamDecoder reads = decoder;
        if (reads != null) {
            reads.data(chunk);
        } else if (opening != null && chunk.length() > 0) {
            open(opening, chunk);
        } else if (label != null && chunk.length() > 0) {
            upgrade(chunk);
        }
    }

    @Override
    public void gap(Party sender, long missing) {
        StreamDecoder reads = decoder;
        if (reads != null) {
            reads.gap(sender, missing);
        } else if (opening != null) {
            opening.gap(sender, missing);
        }
    }

    private void open(Opening open, Chunk chunk) {
        Party sender = chunk.sender();
        if (open.of(sender).length() > 0 && verdict(open.of(sender)) == Verdict.NO) {
            open.restart(sender);
        }
        open.add(chunk);
        for (Party side : Party.values()) {
            if (recognise(open, side)) {
                return;
            }
        }
        List<String> named = name(open);
        if (named != null || open.full()) {
            label = named;
            open.clear();
            opening = null;
        }
    }

    /** What all decoders together say to the first bytes of one side. */
    private Verdict verdict(Gathered first) {
        Verdict http1 = HttpStart.of(first);
        Verdict tls1 = TlsStart.of(first);
        Verdict dns1 = ends.port(DNS_PORT) ? DnsStream.starts(first) : Verdict.NO;
        if (http1 == Verdict.NO && tls1 == Verdict.NO && dns1 == Verdict.NO) {
            return Verdict.NO;
        }
        boolean any = http1 == Verdict.YES || tls1 == Verdict.YES || dns1 == Verdict.YES;
        return any ? Verdict.YES : Verdict.MORE;
    }

    private boolean recognise(Opening open, Party side) {
        Gathered first = open.of(side);
        if (first.length() == 0 || verdict(first) != Verdict.YES) {
            return false;
        }
        if (HttpStart.of(first) == Verdict.YES) {
            beginHttp(first.text(0, 5).equals("HTTP/") ? side.other() : side);
        } else if (TlsStart.of(first) == Verdict.YES) {
            beginTls(tlsClient(first, side));
        } else {
            dns = new DnsDialog();
            decoder = new DnsStream(this::dnsMessage);
        }
        opening = null;
        if (decoder != null) {
            open.replay(decoder);
        }
        open.clear();
        return true;
    }

    private void beginHttp(Party client) {
        HttpDialog dialog = new HttpDialog(client, this::tunnel);
        http = dialog;
        decoder = dialog;
    }

    private void beginTls(Party client) {
        TlsDialog dialog = new TlsDialog(client);
        tls = dialog;
        decoder = dialog;
    }

    /** Who sent a ClientHello; of other records that cannot be told, and the originator is the likelier client. */
    private static Party tlsClient(Gathered first, Party side) {
        if (first.at(0) != HANDSHAKE) {
            return first.at(0) >= 0x80 ? side : Party.ORIGINATOR;
        }
        return switch (first.at(5)) {
            case CLIENT_HELLO -> side;
            case SERVER_HELLO -> side.other();
            default -> Party.ORIGINATOR;
        };
    }

    private StreamDecoder tunnel() {
        StreamSession session = new StreamSession(ends, answers, depth + 1);
        if (depth >= MAX_DEPTH) {
            session.opening = null;
        }
        inner = session;
        return session;
    }

    private void dnsMessage(Party sender, DnsMessage message, long timeNanos, long packet) {
        if (dns != null) {
            dns.message(message, timeNanos, packet);
        }
        answers.message(sender, message, timeNanos, packet);
    }

    private @Nullable List<String> name(Opening open) {
        for (Party side : Party.values()) {
            Gathered first = open.of(side);
            if (first.length() > 0) {
                Look look = new Look(
                        first.reader(), open.of(side.other()).reader(), ends.port(side), ends.port(side.other()));
                List<String> named = Names.ofStream(look);
                if (named != null) {
                    return named;
                }
            }
        }
        return null;
    }

    /** Mail, databases and the like begin in clear and may go over to TLS; its hello begins a packet. */
    private void upgrade(Chunk chunk) {
        labelled++;
        boolean hello = chunk.length() > 5
                && chunk.at(0) == HANDSHAKE
                && chunk.at(1) == 3
                && (chunk.at(5) == CLIENT_HELLO || chunk.at(5) == SERVER_HELLO);
        if (hello && label != null && Names.upgrades(label.getFirst())) {
            beginTls(
                    chunk.at(5) == CLIENT_HELLO
                            ? chunk.sender()
                            : chunk.sender().other());
            data(chunk);
        }
    }

    @Override
    public boolean wantsMore() {
        if (decoder != null) {
            return decoder.wantsMore();
        }
        boolean mayUpgrade = label != null && labelled < UPGRADE_WITHIN && Names.upgrades(label.getFirst());
        return opening != null || mayUpgrade;
    }

    @Override
    public Application application() {
        HttpDialog web = http;
        if (web != null) {
            List<String> stack = new ArrayList<>(web.stack());
            if (inner != null) {
                stack.addAll(inner.application().stack());
            }
            return new Application(stack, Application.Found.DECODED);
        }
        if (tls != null) {
            return new Application(tlsStack(), tls.seen() ? Application.Found.DECODED : Application.Found.GUESSED);
        }
        if (dns != null) {
            return new Application(List.of("DNS"), Application.Found.DECODED);
        }
        return label == null ? Application.UNKNOWN : new Application(label, Application.Found.GUESSED);
    }

    private List<String> tlsStack() {
        if (label != null) {
            String secured = Names.secured(label.getFirst());
            return secured == null ? List.of(label.getFirst(), "TLS") : List.of(secured);
        }
        String registered = Names.ofSecuredPort(ends.responder().port());
        if (registered != null) {
            return List.of(registered);
        }
        return ends.port(DNS_OVER_TLS_PORT) ? List.of("TLS", "DoH_DoT") : List.of("TLS");
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return AskedName.of(http(), tls());
    }

    @Override
    public void tell(Facts.Draft facts) {
        facts.http(http()).tls(tls()).dns(dns());
    }

    private @Nullable HttpFacts http() {
        if (http != null) {
            return http.facts();
        }
        return inner == null ? null : inner.http();
    }

    private @Nullable TlsFacts tls() {
        if (tls != null) {
            return tls.facts();
        }
        return inner == null ? null : inner.tls();
    }

    private @Nullable DnsFacts dns() {
        if (dns != null) {
            return dns.facts();
        }
        return inner == null ? null : inner.dns();
    }
}
