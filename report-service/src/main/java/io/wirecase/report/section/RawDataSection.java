package io.wirecase.report.section;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.CommunityId;
import io.wirecase.core.flow.Flow;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.tally.Entry;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/** An excerpt of the alerts as they came, with the ids under which platforms find them. */
final class RawDataSection implements SectionBuilder {

    private static final int MOST = 12;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Write.paragraph(
                Write.words("Every sentence of this report is a template filled with claims of the ledger; no language"
                        + " model wrote or changed any of it."),
                Write.words("The whole of the data, with every alert, flow and claim, is in report.json."),
                Write.words("Its links lead to the packets behind each source, pattern and claim, as long as they are"
                        + " kept.")));
        List<Entry> all = file.tally().timeline();
        if (!all.isEmpty()) {
            List<List<Prose>> rows =
                    all.stream().limit(MOST).map(e -> row(file, e)).toList();
            blocks.add(Write.table(
                    Write.words("Alerts as received, first in time"),
                    List.of("Alert", "Revision#", "Kind", "Site", "Flow", "Community ID", "Findings"),
                    rows,
                    Tables.cut(file.facts(), rows.size(), all.size(), "alerts")));
        }
        return new Section("raw-data", "Appendix: raw data", blocks);
    }

    private static List<Prose> row(CaseFile file, Entry entry) {
        Facts more = new Facts(file.facts().ledger());
        Ledger ledger = more.ledger();
        Alert alert = entry.alert().alert();
        Basis basis = Basis.reported("the alert as on the bus", List.of("alert:" + alert.id()));
        more.put("alert", ledger.word(alert.id().toString(), basis));
        more.put("revision", ledger.count(alert.revision(), "", basis));
        more.put("kind", ledger.word(alert.kind(), basis));
        more.put("site", ledger.word(alert.site(), basis));
        Flow flow = alert.evidence().flow();
        if (flow != null) {
            more.put("flow", ledger.word(flow.id().toString(), basis));
            CommunityId community = CommunityId.of(flow.key(), flow.facts().icmp());
            if (community != null) {
                more.put("community", ledger.word(community.value(), basis));
            }
        }
        more.put("findings", ledger.word(String.join(" ", entry.codes()), basis));
        return Write.cells(more, "alert", "revision", "kind", "site", "flow", "community", "findings");
    }
}
