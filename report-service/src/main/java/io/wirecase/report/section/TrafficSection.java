package io.wirecase.report.section;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** All traffic in scope, with and without alerts: protocols, talkers, conversations, rate and busiest minute. */
final class TrafficSection implements SectionBuilder {

    private static final int MOST = 10;

    @Override
    public Section build(CaseFile file) {
        Facts facts = file.facts();
        FlowTotals totals = file.totals();
        List<Block> blocks = new ArrayList<>();
        List<Prose> said = new ArrayList<>();
        said.add(facts.say("All {storedFlows|flow|flows} in scope hold {flowPackets|packet|packets} and {flowBytes} on"
                + " the wire."));
        rate(file, said);
        blocks.add(new Block.Paragraph(said));
        if (!totals.protocols().isEmpty()) {
            blocks.add(table(
                    file,
                    "Protocols by bytes on the wire",
                    List.of("Protocol", "Flows#", "Packets#", "Bytes#"),
                    totals.protocols(),
                    new Cut(totals.protocolsTotal(), "protocols"),
                    TrafficSection::protocol));
        }
        if (!totals.talkers().isEmpty()) {
            blocks.add(table(
                    file,
                    "Top talkers by bytes on the wire",
                    List.of("Address", "Flows#", "Packets#", "Sent#", "Received#"),
                    totals.talkers(),
                    new Cut(totals.talkersTotal(), "addresses"),
                    TrafficSection::talker));
        }
        if (!totals.conversations().isEmpty()) {
            blocks.add(table(
                    file,
                    "Conversations by bytes on the wire",
                    List.of("One end", "Other end", "Flows#", "Packets#", "Bytes#"),
                    totals.conversations(),
                    new Cut(totals.conversationsTotal(), "conversations"),
                    TrafficSection::conversation));
        }
        return new Section("traffic", "All traffic in scope", blocks);
    }

    private static void rate(CaseFile file, List<Prose> said) {
        Facts more = file.facts().more();
        if (more.has("rate")) {
            said.add(more.say("On average {rate} were read over {span}."));
        }
        FlowTotals.Minute busiest = file.totals().busiestMinute();
        if (busiest != null) {
            Basis basis = Basis.measured("minute in which the flows with the most packets started", List.of());
            more.put("busiest", more.ledger().time(busiest.startNanos(), 0, basis));
            more.put("busiestPackets", more.ledger().count(busiest.packets(), "", basis));
            said.add(more.say("The busiest minute began at {busiest}: flows with {busiestPackets|packet|packets}"
                    + " started"
                    + " in it."));
        }
    }

    private static <T> Block table(
            CaseFile file, String caption, List<String> columns, List<T> all, Cut cut, BiConsumer<Facts, T> put) {
        List<List<Prose>> rows = new ArrayList<>();
        for (T one : all.subList(0, Math.min(MOST, all.size()))) {
            Facts more = new Facts(file.facts().ledger());
            put.accept(more, one);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                names.add("cell" + i);
            }
            rows.add(Write.cells(more, names.toArray(String[]::new)));
        }
        return Write.table(
                Write.words(caption), columns, rows, Tables.cut(file.facts(), rows.size(), cut.total(), cut.what()));
    }

    private static void protocol(Facts facts, FlowTotals.Protocol protocol) {
        Ledger ledger = facts.ledger();
        Basis basis = Basis.measured("all flows of " + protocol.name(), List.of());
        facts.put("cell0", ledger.word(protocol.name(), Basis.measured("application or transport", List.of())));
        facts.put("cell1", ledger.count(protocol.flows(), "", basis));
        facts.put("cell2", ledger.count(protocol.packets(), "", basis));
        facts.put("cell3", ledger.count(protocol.bytes(), "bytes", basis));
    }

    private static void talker(Facts facts, FlowTotals.Talker talker) {
        Ledger ledger = facts.ledger();
        Basis basis = Basis.measured("all flows of " + talker.address(), List.of());
        facts.put("cell0", ledger.address(talker.address(), Basis.measured("an end of a flow", List.of())));
        facts.put("cell1", ledger.count(talker.flows(), "", basis));
        facts.put("cell2", ledger.count(talker.packets(), "", basis));
        facts.put("cell3", ledger.count(talker.sentBytes(), "bytes", basis));
        facts.put("cell4", ledger.count(talker.receivedBytes(), "bytes", basis));
    }

    private static void conversation(Facts facts, FlowTotals.Conversation pair) {
        Ledger ledger = facts.ledger();
        Basis basis = Basis.measured("all flows between " + pair.a() + " and " + pair.b(), List.of());
        Basis end = Basis.measured("an end of a flow", List.of());
        IpAddress a = pair.a();
        facts.put("cell0", ledger.address(a, end));
        facts.put("cell1", ledger.address(pair.b(), end));
        facts.put("cell2", ledger.count(pair.flows(), "", basis));
        facts.put("cell3", ledger.count(pair.packets(), "", basis));
        facts.put("cell4", ledger.count(pair.bytes(), "bytes", basis));
    }

    /** @param total how many there are; @param what plural of what is listed */
    private record Cut(long total, String what) {}
}
