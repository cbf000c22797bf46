package io.wirecase.report.section.alert;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.net.Endpoint;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.tally.Entry;
import io.wirecase.report.tally.Tally;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts, endpoints and the timeline of alerts. */
public final class DetectionSection implements SectionBuilder {

    private static final int MOST_ENTRIES = 25;
    private static final int MOST_ENDPOINTS = 12;

    @Override
    public Section build(CaseFile file) {
        Facts facts = file.facts();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Write.paragraph(count(file), packets(file), direction(file)));
        if (!file.cases().isEmpty()) {
            blocks.add(DetectionGauge.chart(file));
        }
        if (file.tally().shown() > 0) {
            blocks.add(chart(file));
            blocks.add(details(file));
            SuspiciousAddresses.table(file).ifPresent(blocks::add);
            blocks.add(endpoints(file));
            blocks.add(TimelineChart.of(file));
            blocks.add(timeline(file));
        } else {
            blocks.add(Write.paragraph(facts.say("The timeline is empty: {shown} alerts are shown.")));
        }
        return new Section("detections", "Threat detection summary", blocks);
    }

    private static Prose count(CaseFile file) {
        Facts more = file.facts().more();
        count(more, "types", file.tally().counts().size(), "distinct findings of the alerts shown");
        count(more, "addresses", file.tally().endpoints().size(), "distinct addresses of the alerts shown");
        return more.say("{shown|alert|alerts} of {types|kind|kinds} between {addresses|address|addresses}.");
    }

    private static Block details(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        file.tally().counts().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(code -> {
                    Facts more = file.facts().more();
                    Basis basis = Basis.reported("a finding's code", List.of());
                    String title = FlowRisk.ofCode(code.getKey())
                            .map(FlowRisk::title)
                            .orElse(code.getKey().replace('_', ' '));
                    more.put("code", more.ledger().word(code.getKey(), basis));
                    more.put("title", more.ledger().word(title, basis));
                    count(more, "n", code.getValue(), "alerts with " + code.getKey());
                    more.put(
                            "share",
                            more.ledger()
                                    .percent(
                                            (double) code.getValue()
                                                    / file.tally().shown(),
                                            Basis.measured("alerts with it / alerts shown", List.of())));
                    rows.add(Write.cells(more, "code", "title", "n", "share"));
                });
        return Write.table(
                Write.words("Detection details; an alert may carry several"),
                List.of("Detection", "In words", "Alerts#", "Share of alerts#"),
                rows,
                null);
    }

    private static Prose packets(CaseFile file) {
        Facts more = file.facts().more();
        Tally.Packets packets = file.tally().packets();
        count(more, "tcp", packets.tcp(), "packets of TCP flows with findings");
        count(more, "udp", packets.udp(), "packets of UDP flows with findings");
        count(more, "icmp", packets.icmp(), "packets of ICMP flows with findings");
        count(more, "arp", packets.arp(), "packets of ARP flows with findings");
        return more.say("Flows with findings hold {tcp} TCP, {udp} UDP, {icmp} ICMP and {arp} ARP packets.");
    }

    private static Prose direction(CaseFile file) {
        Facts more = file.facts().more();
        Tally.Direction direction = file.tally().direction();
        count(more, "ii", direction.internalToInternal(), "alerts, internal client and server");
        count(more, "ie", direction.internalToExternal(), "alerts, internal client and external server");
        count(more, "ei", direction.externalToInternal(), "alerts, external client and internal server");
        count(more, "ee", direction.externalToExternal(), "alerts, external client and server");
        return more.say(
                "By who began: {ii} alerts internal to internal, {ie} internal to external, {ei} external to internal,"
                        + " {ee} external to external.");
    }

    private static Block chart(CaseFile file) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Map.Entry<String, Long> code : file.tally().counts().entrySet()) {
            Facts more = file.facts().more();
            more.put("code", more.ledger().word(code.getKey(), Basis.reported("a finding's code", List.of())));
            count(more, "n", code.getValue(), "alerts with " + code.getKey());
            bars.add(new Chart.Bar(more.say("{code}"), more.say("{n}"), code.getValue()));
        }
        return new Chart.Bars(
                Write.words("Alerts by finding"),
                Write.words("alerts"),
                bars,
                file.facts().say("Bars: how many of {shown} alerts carry each finding."),
                null);
    }

    private static Block endpoints(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        List<Tally.EndpointCount> all = file.tally().endpoints();
        for (Tally.EndpointCount end : all.subList(0, Math.min(MOST_ENDPOINTS, all.size()))) {
            Facts more = file.facts().more();
            more.put("address", more.ledger().address(end.address(), Basis.measured("an end of an alert", List.of())));
            count(more, "source", end.asSource(), "alerts it is the source of");
            count(more, "destination", end.asDestination(), "alerts it is the destination of");
            count(more, "both", end.total(), "as source + as destination");
            rows.add(Write.cells(more, "address", "source", "destination", "both"));
        }
        return Write.table(
                Write.words("Addresses in alerts"),
                List.of("Address", "As source#", "As destination#", "Total#"),
                rows,
                Tables.cut(file.facts(), rows.size(), all.size(), "addresses"));
    }

    private static Block timeline(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        List<Entry> all = file.tally().timeline();
        for (Entry entry : all.subList(0, Math.min(MOST_ENTRIES, all.size()))) {
            rows.add(row(file, entry));
        }
        return Write.table(
                Write.words("Event timeline, first in time; times in UTC"),
                List.of("Time (UTC)", "Packet#", "Protocols", "From", "To", "Score#", "Findings"),
                rows,
                Tables.cut(file.facts(), rows.size(), all.size(), "alerts"));
    }

    private static List<Prose> row(CaseFile file, Entry entry) {
        Facts more = file.facts().more();
        Ledger ledger = more.ledger();
        var alert = entry.alert().alert();
        Basis basis = Basis.measured("the alert's flow", List.of("alert:" + alert.id()));
        UUID capture =
                alert.captures().isEmpty() ? new UUID(0, 0) : alert.captures().getLast();
        int digits = CaseFile.digits(file.input().sources(), capture);
        more.put("time", ledger.time(entry.timeNanos(), digits, basis));
        Long packet = entry.packet();
        if (packet != null) {
            more.put("packet", ledger.count(packet, "", basis));
        }
        if (!entry.protocols().isEmpty()) {
            more.put("protocols", ledger.word(String.join(" ", entry.protocols()), basis));
        }
        more.put("from", ledger.word(entry.source().toString(), basis));
        Endpoint destination = entry.destination();
        if (destination != null) {
            more.put("to", ledger.word(destination.toString(), basis));
        }
        more.put("score", ledger.count(alert.score(), "", Basis.measured("sum of distinct points", basis.inputs())));
        more.put("codes", ledger.word(String.join(" ", entry.codes()), Basis.reported("findings", basis.inputs())));
        return Write.cells(more, "time", "packet", "protocols", "from", "to", "score", "codes");
    }

    private static void count(Facts facts, String name, long value, String formula) {
        facts.put(name, facts.ledger().count(value, "", Basis.measured(formula, List.of())));
    }
}
