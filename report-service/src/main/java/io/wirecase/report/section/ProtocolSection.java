package io.wirecase.report.section;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.HttpContent;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Protocols and ports, of everything and of each pattern. */
final class ProtocolSection implements SectionBuilder {

    private static final int MOST = 12;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        Facts facts = file.facts();
        blocks.add(Write.paragraph(
                facts.say("All {storedFlows} flows in scope hold {flowPackets} packets and {flowBytes} on the wire.")));
        if (!file.totals().protocols().isEmpty()) {
            blocks.add(protocols(file));
        }
        for (PatternCase c : file.cases()) {
            blocks.add(new Block.Group(
                    "protocols-" + c.number(), PatternSection.title(c), List.of(Write.items(sentences(c)))));
        }
        return new Section("protocols-and-ports", "Protocols and ports", blocks);
    }

    private static Block protocols(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        List<FlowTotals.Protocol> all = file.totals().protocols();
        for (FlowTotals.Protocol protocol : all.subList(0, Math.min(MOST, all.size()))) {
            Facts more = file.facts().more();
            Ledger ledger = more.ledger();
            Basis basis = Basis.measured("all flows of " + protocol.name(), List.of());
            more.put("name", ledger.word(protocol.name(), Basis.measured("application or transport", List.of())));
            more.put("flows", ledger.count(protocol.flows(), "", basis));
            more.put("pkts", ledger.count(protocol.packets(), "", basis));
            more.put("bytes", ledger.count(protocol.bytes(), "bytes", basis));
            rows.add(Write.cells(more, "name", "flows", "pkts", "bytes"));
        }
        return Write.table(
                Write.words("Protocols by bytes on the wire"),
                List.of("Protocol", "Flows#", "Packets#", "Bytes#"),
                rows,
                Tables.cut(file.facts(), rows.size(), file.totals().protocolsTotal(), "protocols"));
    }

    private static List<Prose> sentences(PatternCase c) {
        Measurement measured = c.measured();
        List<Prose> said = new ArrayList<>();
        said.add(list(c, "Protocols:", measured.protocols(), "flows"));
        Measurement.Shape shape = measured.shape();
        if (shape != null && shape.ports().n() > 0) {
            Ports ports = shape.ports();
            said.add(list(c, "Server ports:", ports.responder(), "flows"));
            said.add(clientPorts(c, ports));
        } else {
            said.add(c.facts().say("No ports were seen in {flows} flows."));
        }
        HttpContent http = measured.http();
        if (http.requests() > 0) {
            said.add(list(c, "HTTP methods:", http.methods(), "requests"));
        }
        if (http.replies() > 0) {
            said.add(list(c, "HTTP replies by status:", http.statuses(), "replies"));
            said.add(c.facts().say("{emptyReplies} of {replies} replies have no body; the longest body is {maxBody}."));
        }
        return said;
    }

    /** How the client chose its ports. */
    static Prose clientPorts(PatternCase c, Ports ports) {
        return c.facts()
                .say(
                        switch (ports.type()) {
                            case EPHEMERAL ->
                                "The client's ports are high and change: {clientPorts} in {portFlows|flow|flows}.";
                            case FIXED -> "The client's port is the same in all {portFlows} flows.";
                            case MIXED -> "The client used {clientPorts|port|ports} in {portFlows|flow|flows}.";
                            case NOT_MEASURABLE ->
                                "How the client chose ports is not measurable from {portFlows|flow|flows}.";
                        });
    }

    /** A list of values with how often each was seen. */
    private static <K> Prose list(PatternCase c, String words, Map<K, Integer> counts, String unit) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        StringBuilder template = new StringBuilder(words);
        int i = 0;
        for (Map.Entry<K, Integer> entry : counts.entrySet()) {
            if (i == MOST) {
                break;
            }
            Basis basis = Basis.measured(unit + " of pattern with " + entry.getKey(), List.of());
            more.put(
                    "v" + i,
                    entry.getKey() instanceof io.wirecase.core.flow.UntrustedText text
                            ? ledger.packet(text, Basis.reported("seen in requests", List.of()))
                            : ledger.word(String.valueOf(entry.getKey()), basis));
            more.put("n" + i, ledger.count(entry.getValue(), unit, basis));
            template.append(i == 0 ? " " : ", ").append("{v").append(i).append("} (");
            template.append("{n").append(i).append("})");
            i++;
        }
        if (counts.isEmpty()) {
            return more.say(words + " not measurable, no stored flow of pattern {number}.");
        }
        if (counts.size() > MOST) {
            more.put(
                    "others",
                    ledger.count(counts.size() - (long) MOST, "", Basis.measured("values not listed", List.of())));
            return more.say(template.append(" and {others} others.").toString());
        }
        return more.say(template.append('.').toString());
    }
}
