package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Severity;
import io.wirecase.core.net.Endpoint;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.assessment.Suspects;
import io.wirecase.report.tally.Entry;
import io.wirecase.report.tally.Tally;
import io.wirecase.report.wording.CaseFile;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The {@code detections} member. */
final class DetectionsJson {

    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_ENDPOINTS = 200;

    private DetectionsJson() {}

    static ObjectNode of(CaseFile file) {
        Tally tally = file.tally();
        ObjectNode node = Json.object();
        node.put("total", tally.total());
        node.put("shown", tally.shown());
        node.put("notShown", tally.total() - tally.shown());
        node.put("maxScore", tally.maxScore());
        node.put("maxSeverity", tally.maxSeverity().name().toLowerCase(Locale.ROOT));
        ObjectNode bySeverity = node.putObject("bySeverity");
        for (Severity severity : Severity.values()) {
            if (tally.bySeverity().containsKey(severity)) {
                bySeverity.put(
                        severity.name().toLowerCase(Locale.ROOT),
                        tally.bySeverity().get(severity));
            }
        }
        ObjectNode counts = node.putObject("counts");
        tally.counts().forEach(counts::put);
        node.putObject("packets")
                .put("tcp", tally.packets().tcp())
                .put("udp", tally.packets().udp())
                .put("icmp", tally.packets().icmp())
                .put("arp", tally.packets().arp());
        node.putObject("direction")
                .put("internalToInternal", tally.direction().internalToInternal())
                .put("internalToExternal", tally.direction().internalToExternal())
                .put("externalToInternal", tally.direction().externalToInternal())
                .put("externalToExternal", tally.direction().externalToExternal());
        node.set("suppressed", SuppressedJson.of(file.input().leftOut()));
        endpoints(node, tally);
        node.set("suspiciousAddresses", suspicious(file.cases()));
        timeline(node, file);
        return node;
    }

    private static void endpoints(ObjectNode node, Tally tally) {
        ArrayNode concentration = node.putArray("concentration");
        tally.concentration().stream()
                .limit(MOST_ENDPOINTS)
                .forEach(h -> concentration
                        .addObject()
                        .put("host", h.host().toString())
                        .put("alerts", h.alerts())
                        .put("share", h.share()));
        ArrayNode endpoints = node.putArray("endpoints");
        tally.endpoints().stream()
                .limit(MOST_ENDPOINTS)
                .forEach(e -> endpoints
                        .addObject()
                        .put("address", e.address().toString())
                        .put("asSource", e.asSource())
                        .put("asDestination", e.asDestination())
                        .put("total", e.total()));
        node.set("endpointsListed", listed(endpoints.size(), tally.endpoints().size()));
    }

    /** The addresses of patterns that are not taken for benign: the host, and the other ends that are odd. */
    private static ArrayNode suspicious(List<PatternCase> cases) {
        ArrayNode array = Json.array();
        Suspects.of(cases).forEach((address, c) -> {
            ObjectNode one = array.addObject();
            one.put("address", address.toString());
            one.put("score", c.pattern().score());
            one.set("codes", Json.texts(c.pattern().codes().keySet()));
            one.put(
                    "why",
                    c.facts()
                            .say("Pattern {number} is taken for {disposition}; likeliest {leader} ({posterior}).")
                            .text());
        });
        return array;
    }

    private static void timeline(ObjectNode node, CaseFile file) {
        ArrayNode timeline = node.putArray("timeline");
        List<Entry> all = file.tally().timeline();
        all.stream().limit(MOST_ENTRIES).forEach(e -> timeline.add(entry(e, file)));
        node.set("timelineListed", listed(timeline.size(), all.size()));
    }

    private static ObjectNode entry(Entry entry, CaseFile file) {
        Alert alert = entry.alert().alert();
        UUID capture =
                alert.captures().isEmpty() ? new UUID(0, 0) : alert.captures().getLast();
        int digits = CaseFile.digits(file.input().sources(), capture);
        ObjectNode node = Json.object();
        node.put("alert", alert.id().toString());
        node.put("time", Json.time(entry.timeNanos(), digits));
        node.put("minute", Json.time(entry.minuteNanos(), 0));
        Long packet = entry.packet();
        if (packet != null) {
            node.put("packet", packet);
        }
        node.set("protocols", Json.texts(entry.protocols()));
        node.set("source", Json.endpoint(entry.source()));
        Endpoint destination = entry.destination();
        if (destination != null) {
            node.set("destination", Json.endpoint(destination));
        }
        node.put("score", alert.score());
        node.put("severity", alert.severity().name().toLowerCase(Locale.ROOT));
        node.set("codes", Json.texts(entry.codes()));
        ArrayNode details = node.putArray("details");
        alert.findings().forEach(finding -> tell(details.addObject(), finding));
        if (entry.alert().suppressed() != null) {
            node.set("suppressed", SuppressedJson.marks(entry.alert().suppressed()));
        }
        return node;
    }

    private static void tell(ObjectNode detail, Finding finding) {
        detail.put("code", finding.code());
        detail.put("points", finding.points());
        detail.put("accountable", finding.accountable().name().toLowerCase(Locale.ROOT));
        detail.put("clientShare", finding.clientShare());
        detail.put("description", finding.description());
        if (finding.observed() != null && !finding.observed().raw().isEmpty()) {
            detail.put("observed", finding.observed().raw());
        }
        if (finding.limit() != null) {
            detail.put("limit", finding.limit());
        }
    }

    /** How many of how many a list shows. */
    static ObjectNode listed(long shown, long total) {
        return Json.object().put("shown", shown).put("total", total);
    }
}
