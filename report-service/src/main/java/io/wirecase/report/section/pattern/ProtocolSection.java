package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.HttpContent;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Ports;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Protocols and ports of each pattern. */
final class ProtocolSection implements SectionBuilder {

    private static final int MOST = 12;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(
                    file.facts().say("Without patterns ({patterns}) only the totals of all traffic are told.")));
        }
        for (PatternCase c : file.cases()) {
            blocks.add(new Block.Group(
                    "protocols-" + c.number(), PatternWords.title(c), List.of(Write.items(sentences(c)))));
        }
        return new Section("protocols-and-ports", "Protocols and ports", blocks);
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
            said.add(c.facts()
                    .say("{emptyReplies} of {replies|reply|replies} {emptyReplies?has|have} no body;"
                            + " the longest body has {maxBody}."));
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
                    entry.getKey() instanceof io.wirecase.core.net.UntrustedText text
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
