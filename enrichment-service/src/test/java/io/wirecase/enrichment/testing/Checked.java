package io.wirecase.enrichment.testing;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.Head;
import io.wirecase.core.fact.HttpExchange.Header;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.fact.HttpExchange.Response;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.NameConflict;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.TcpFacts;
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

/** One HTTP exchange on port 80, by default Ubuntu's connectivity check; tests change one thing at a time. */
public final class Checked {
    private static final UUID CAPTURE = Ids.capture("office", "00");
    private static final long WHEN = 1_772_438_400_000_000_000L;

    private final List<HttpExchange> exchanges = new ArrayList<>();
    private String host = "connectivity-check.ubuntu.com";
    private String address = "185.125.190.17";
    private @Nullable String resolved = host;
    private @Nullable NameConflict conflict;
    private String method = "GET";
    private String target = "/";
    private List<String> requestFields = List.of("Accept: */*", "Connection: close");
    private int requestBody;
    private boolean answerFirst;
    private int status = 204;
    private int replyHead = 189;
    private long replyBody;
    private List<String> replyFields = List.of("server: nginx/1.18.0 (Ubuntu)", "x-networkmanager-status: online");

    /** Says the request to another Host, which the client had resolved. */
    public Checked host(String newHost) {
        host = newHost;
        resolved = newHost;
        return this;
    }

    /** Goes to another address. */
    public Checked address(String newAddress) {
        address = newAddress;
        return this;
    }

    /** The name the client had resolved for the address, or null. */
    public Checked resolved(@Nullable String name) {
        resolved = name;
        return this;
    }

    /** DNS had given the client this many other addresses for a name, the latest in packet 2, and not this one. */
    public Checked conflict(String name, int addresses) {
        conflict = new NameConflict(new UntrustedText(name), WHEN - 20_000_000, 2, addresses);
        return this;
    }

    /** Asks with another method, target and body. */
    public Checked asks(String newMethod, String newTarget, int body) {
        method = newMethod;
        target = newTarget;
        requestBody = body;
        return this;
    }

    /** Sends other header fields after Host. */
    public Checked requestFields(String... fields) {
        requestFields = List.of(fields);
        return this;
    }

    /** Gets another reply. */
    public Checked replies(int newStatus, int head, long body, String... fields) {
        status = newStatus;
        replyHead = head;
        replyBody = body;
        replyFields = List.of(fields);
        return this;
    }

    /** The recorder missed the first packet: the answer to it makes the server the originator. */
    public Checked answerFirst() {
        answerFirst = true;
        resolved = null;
        return this;
    }

    /** Finishes this exchange; what is changed from here on belongs to the next one of the same flow. */
    public Checked then() {
        exchanges.add(exchange());
        return this;
    }

    /** The flow. */
    public Flow flow() {
        return flow(new HttpFacts(then().exchanges, 0));
    }

    /** The flow of a connection on which nothing was said. */
    public Flow unspoken() {
        return flow(null);
    }

    /** The alert detection raises for it. */
    public Alert alert() {
        return alert(flow());
    }

    /** The alert detection raises for a flow. */
    public static Alert alert(Flow flow) {
        Subject subject = new Subject(Subject.Type.FLOW, flow.originator(), flow.responder(), flow.id());
        FlowRisk risk = FlowRisk.HTTP_SUSPICIOUS_USER_AGENT;
        Finding finding = new Finding(
                risk.code(), risk.points(), risk.accountable(), 90, "no User-Agent", null, null, "detection");
        return new Alert(
                Ids.alert("office", Alert.FLOW, subject, 0),
                1,
                Alert.Status.OPEN,
                Alert.FLOW,
                "office",
                List.of(CAPTURE),
                WHEN,
                subject,
                List.of(finding),
                risk.points(),
                new Alert.Evidence(flow, null),
                List.of());
    }

    private Flow flow(@Nullable HttpFacts http) {
        Endpoint client = new Endpoint(IpAddress.of("192.168.50.71"), 40_000);
        Endpoint server = new Endpoint(IpAddress.of(address), 80);
        FlowKey key = new FlowKey(
                Transport.TCP, 6, answerFirst ? server : client, answerFirst ? client : server, List.of(), null);
        Resolution resolution =
                resolved == null ? null : new Resolution(new UntrustedText(resolved), WHEN - 20_000_000, 1, null);
        return new Flow(
                Ids.flow(CAPTURE, 1, 3, null),
                new FlowOrigin(CAPTURE, 1, "office", "upload"),
                key,
                new Span(WHEN, WHEN + 90_000_000, 3, 12),
                new Traffic(new Counts(5, 425, 355, 87), new Counts(4, 461, 405, 189)),
                new Ending(Ending.Reason.CLOSED, 1, true),
                new Application(List.of("HTTP"), Application.Found.DECODED),
                new Facts.Draft().tcp(tcp()).http(http).nameConflict(conflict).build(),
                resolution,
                new Activity(5, 4, List.of()));
    }

    private @Nullable TcpFacts tcp() {
        return answerFirst
                ? new TcpFacts("SHR", "^hADadFf", 0x1b, 0x1b, 0x12, null, null, null, null, 0, 0, null)
                : null;
    }

    private HttpExchange exchange() {
        List<Header> sent = new ArrayList<>();
        sent.add(new Header(new UntrustedText("Host"), new UntrustedText(host)));
        requestFields.forEach(field -> sent.add(header(field)));
        int head = (method + " " + target + " HTTP/1.1\r\n\r\n").length()
                + sent.stream()
                        .mapToInt(header -> header.name().raw().length()
                                + header.value().raw().length()
                                + 4)
                        .sum();
        Head requestHead = new Head(WHEN, 6, head, requestBody, sent, 0);
        Request request = new Request(
                requestHead,
                new UntrustedText(method),
                new UntrustedText(target),
                new UntrustedText("HTTP/1.1"),
                new UntrustedText(host),
                requestHead.field("User-Agent"));
        List<Header> got = replyFields.stream().map(Checked::header).toList();
        Head responseHead = new Head(WHEN + 40_000_000, 8, replyHead, replyBody, got, 0);
        return new HttpExchange(request, new Response(responseHead, status, responseHead.field("server"), null));
    }

    private static Header header(String field) {
        int colon = field.indexOf(':');
        return new Header(
                new UntrustedText(field.substring(0, colon)),
                new UntrustedText(field.substring(colon + 1).strip()));
    }
}
