package io.wirecase.report.testing;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Scores;
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
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Flows, alerts and captures of an invented office, made up from their numbers.
 *
 * @param captureId the capture they belong to
 * @param revision its revision
 */
public record Sample(UUID captureId, int revision) {

    /** The invented site. */
    public static final String SITE = "office";
    /** The client of every sample flow. */
    public static final IpAddress CLIENT = IpAddress.of("192.168.1.178");
    /** The server of every sample flow. */
    public static final IpAddress SERVER = IpAddress.of("185.125.190.49");

    private static final long START = 1_700_000_000_123_456_789L;
    private static final long MINUTE = 60_000_000_000L;

    /** The first revision of a capture by its number. */
    public static Sample capture(int number) {
        return new Sample(Ids.capture(SITE, "sample" + number), 1);
    }

    /** The n-th flow, a minute after the one before it. */
    public Flow flow(int n) {
        return flow(n, 1, true, null);
    }

    /** The n-th flow's part. @param userAgent the User-Agent its request carries, or null for no request */
    public Flow flow(int n, int part, boolean last, @Nullable String userAgent) {
        long start = START + n * MINUTE;
        FlowKey key = new FlowKey(
                Transport.TCP, 6, new Endpoint(CLIENT, 40_000 + n), new Endpoint(SERVER, 80), List.of(), null);
        return new Flow(
                Ids.flow(captureId, revision, n * 10L + 1, null),
                new FlowOrigin(captureId, revision, SITE, "upload"),
                key,
                new Span(start, start + 20_000_000L, n * 10L + 1, n * 10L + 9),
                new Traffic(new Counts(5, 400, 355, 87), new Counts(4 + part, 480, 405, 189)),
                new Ending(last ? Ending.Reason.CLOSED : Ending.Reason.ACTIVE, part, last),
                new Application(List.of("HTTP"), Application.Found.DECODED),
                new Facts(null, null, null, userAgent == null ? null : http(start, userAgent), null, null),
                null,
                new Activity(5, 4, List.of()));
    }

    /** A block of flows on a partition. */
    public FlowBlock block(int partition, Flow... flows) {
        return new FlowBlock(captureId, revision, SITE, partition, List.of(flows));
    }

    /** The end marker of a partition of the flows topic. */
    public EndMarker marker(int partition, int partitions, long flows, @Nullable Long alerts) {
        return new EndMarker(captureId, revision, SITE, partition, partitions, flows, alerts);
    }

    /** An alert about a flow. */
    public EnrichedAlert alert(Flow flow, int alertRevision, FlowRisk... risks) {
        List<Finding> findings = List.of(risks).stream()
                .map(r -> new Finding(
                        r.code(), r.points(), r.accountable(), r.clientShare(), r.title(), null, null, "detection"))
                .toList();
        Subject subject = new Subject(Subject.Type.FLOW, flow.originator(), flow.responder(), flow.id());
        Alert alert = new Alert(
                Ids.alert(SITE, Alert.FLOW, subject, 0),
                alertRevision,
                Alert.Status.OPEN,
                Alert.FLOW,
                SITE,
                List.of(captureId),
                flow.span().startNanos(),
                subject,
                findings,
                Scores.total(findings),
                new Alert.Evidence(flow, null),
                List.of());
        return new EnrichedAlert(alert, List.of(), null);
    }

    /** The capture's state. */
    public CaptureState state(CaptureState.State state) {
        Accounts accounts =
                new Accounts(9, 9, Map.of(), 0, 880, START, START + MINUTE, "us", List.of("ETHERNET"), 1, 0, List.of());
        return new CaptureState(
                captureId, revision, SITE, "upload", "day.pcap", "00".repeat(32), 880, state, 1, accounts, null, null);
    }

    private static HttpFacts http(long start, String userAgent) {
        HttpExchange.Head head = new HttpExchange.Head(start, 4, 87, 0, List.of(), 0);
        HttpExchange.Request request = new HttpExchange.Request(
                head,
                new UntrustedText("GET"),
                new UntrustedText("/"),
                new UntrustedText("HTTP/1.1"),
                new UntrustedText("connectivity-check.example"),
                new UntrustedText(userAgent));
        return new HttpFacts(List.of(new HttpExchange(request, null)), 0);
    }
}
