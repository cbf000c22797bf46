package io.wirecase.core.suppression;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.Span;
import io.wirecase.core.flow.Traffic;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An HTTP exchange and the alerts about it; a test changes one thing at a time. */
record Exchange(
        String source, String destination, int port, String site, String sensor, String host, int status, long reply) {

    static final String AGENT = "http_suspicious_user_agent";
    static final String SERVER = "http_obsolete_server";
    static final Exchange USUAL =
            new Exchange("192.168.50.71", "185.125.190.17", 80, "office", "eth0", "check.example.org", 204, 100);
    private static final UUID CAPTURE = Ids.capture("office", "00");
    private static final long START = 1_772_438_400_000_000_000L;

    Exchange source(String other) {
        return new Exchange(other, destination, port, site, sensor, host, status, reply);
    }

    Exchange destination(String other) {
        return new Exchange(source, other, port, site, sensor, host, status, reply);
    }

    Exchange port(int other) {
        return new Exchange(source, destination, other, site, sensor, host, status, reply);
    }

    Exchange site(String other) {
        return new Exchange(source, destination, port, other, sensor, host, status, reply);
    }

    Exchange sensor(String other) {
        return new Exchange(source, destination, port, site, other, host, status, reply);
    }

    Exchange host(String other) {
        return new Exchange(source, destination, port, site, sensor, other, status, reply);
    }

    Exchange status(int other) {
        return new Exchange(source, destination, port, site, sensor, host, other, reply);
    }

    Exchange reply(long other) {
        return new Exchange(source, destination, port, site, sensor, host, status, other);
    }

    Flow flow(double seconds, String application) {
        long start = START + Math.round(seconds * 1e9);
        FlowKey key = new FlowKey(
                Transport.TCP,
                6,
                new Endpoint(IpAddress.of(source), 40_000),
                new Endpoint(IpAddress.of(destination), port),
                List.of(),
                null);
        HttpExchange.Head head = new HttpExchange.Head(start, 4, 87, 0, List.of(), 0);
        HttpExchange.Request request = new HttpExchange.Request(
                head,
                new UntrustedText("GET"),
                new UntrustedText("/"),
                new UntrustedText("HTTP/1.1"),
                new UntrustedText(host),
                null);
        HttpExchange.Response response = new HttpExchange.Response(head, status, null, null);
        return new Flow(
                Ids.flow(CAPTURE, 1, start, destination),
                new FlowOrigin(CAPTURE, 1, site, sensor),
                key,
                new Span(start, start + 20_000_000L, 1, 9),
                new Traffic(new Counts(5, 400, 355, 87), new Counts(4, 480, 405, reply)),
                new Ending(Ending.Reason.CLOSED, 1, true),
                new Application(List.of(application), Application.Found.DECODED),
                new Facts(null, null, null, new HttpFacts(List.of(new HttpExchange(request, response)), 0), null, null),
                null,
                new Activity(5, 4, List.of()));
    }

    Alert alert() {
        return alert(0, AGENT);
    }

    Alert alert(double seconds, String... codes) {
        Flow flow = flow(seconds, "HTTP");
        Subject subject = new Subject(Subject.Type.FLOW, flow.originator(), flow.responder(), flow.id());
        return alert(subject, Alert.FLOW, new Alert.Evidence(flow, null), codes);
    }

    /** A host's behaviour towards many: shown are flows to as many addresses as told, counted are more. */
    Alert behaviour(String code, long counted, List<Measure> measures, String... destinations) {
        List<Flow> examples = new ArrayList<>();
        for (String to : destinations) {
            examples.add(destination(to).flow(examples.size(), "HTTP"));
        }
        Behaviour behaviour = new Behaviour(null, START, START, counted, counted * 3, measures, examples);
        Subject subject = new Subject(Subject.Type.HOST, IpAddress.of(source), null, null);
        return alert(subject, code, new Alert.Evidence(null, behaviour), code);
    }

    private Alert alert(Subject subject, String kind, Alert.Evidence evidence, String... codes) {
        List<Finding> findings = List.of(codes).stream()
                .map(code -> new Finding(code, 50, Side.CLIENT, 90, "d", null, null, "detection"))
                .toList();
        Flow flow = evidence.flow();
        return new Alert(
                Ids.alert(site, kind, subject, 0),
                1,
                Alert.Status.OPEN,
                kind,
                site,
                List.of(CAPTURE),
                flow == null ? START : flow.span().startNanos(),
                subject,
                findings,
                Scores.total(findings),
                evidence,
                List.of());
    }

    /** A rule in force without tripwires. */
    static Suppression rule(Suppression.Match match) {
        return rule(match, null);
    }

    static Suppression rule(Suppression.Match match, @Nullable Tripwires tripwires) {
        return new Suppression(
                new UUID(7, match.hashCode()),
                3,
                match,
                "ours",
                "net team",
                null,
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z",
                tripwires);
    }
}
