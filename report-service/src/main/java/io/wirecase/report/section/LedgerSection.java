package io.wirecase.report.section;

import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Value;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.document.Sentences;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The claims the sentences cite, as the ledger holds them: what everything else is checked against. */
public final class LedgerSection {

    /** Its id; the gates check every other section against the ledger, and not the ledger against itself. */
    public static final String ID = "ledger";

    private static final int MOST = 1_500;

    private LedgerSection() {}

    /** The ledger of the cover and the sections before it. */
    public static Section build(Ledger ledger, List<Prose> cover, List<Section> sections) {
        Set<String> cited = new HashSet<>();
        cover.forEach(p -> cited.addAll(p.claims()));
        sections.forEach(s -> Sentences.of(s).forEach(p -> cited.addAll(p.claims())));
        List<Claim> claims =
                ledger.claims().stream().filter(c -> cited.contains(c.id())).toList();
        List<List<Prose>> rows =
                claims.stream().limit(MOST).map(LedgerSection::row).toList();
        Prose cut = claims.size() > rows.size()
                ? Write.words("Shown " + rows.size() + " of " + claims.size() + " claims; report.json has all.")
                : null;
        if (rows.isEmpty()) {
            return new Section(
                    ID, "Appendix: the ledger", List.of(Write.paragraph(Write.words("No claim was cited."))));
        }
        Block table = Write.table(
                Write.words("Claims cited"),
                List.of("Claim", "Value", "Unit", "Grade", "Formula or rule", "Inputs"),
                rows,
                cut);
        return new Section(ID, "Appendix: the ledger", List.of(table), true);
    }

    private static List<Prose> row(Claim claim) {
        List<Prose> cells = new ArrayList<>();
        cells.add(Write.words(claim.id()));
        Prose.Part value = claim.value() instanceof Value.Packet(var packet)
                ? new Prose.FromPackets(packet)
                : new Prose.Ours(claim.value().text());
        cells.add(new Prose(List.of(value), List.of(claim.id())));
        cells.add(Write.words(claim.unit().isEmpty() ? "–" : claim.unit()));
        cells.add(Write.words(claim.grade().word()));
        cells.add(Write.words(claim.formula()));
        String first = claim.inputs().isEmpty() ? "–" : claim.inputs().getFirst();
        cells.add(Write.words(claim.inputsTotal() > 1 ? first + " and " + (claim.inputsTotal() - 1) + " more" : first));
        return cells;
    }
}
