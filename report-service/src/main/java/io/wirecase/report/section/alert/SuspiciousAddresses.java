package io.wirecase.report.section.alert;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.assessment.Suspects;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The addresses of patterns that are not taken for benign: the host, and the other ends that are odd. */
final class SuspiciousAddresses {

    private static final int MOST = 20;

    private SuspiciousAddresses() {}

    /** A table with why each is listed, or empty without any. */
    static Optional<Block> table(CaseFile file) {
        SortedMap<IpAddress, PatternCase> all = Suspects.of(file.cases());
        List<List<Prose>> rows = new ArrayList<>();
        for (Map.Entry<IpAddress, PatternCase> one : all.entrySet()) {
            if (rows.size() == MOST) {
                break;
            }
            PatternCase c = one.getValue();
            Facts more = c.facts().more();
            Basis basis = Basis.inferred("an end of a pattern that is not taken for benign", List.of());
            more.put("address", more.ledger().address(one.getKey(), basis));
            boolean host = one.getKey().equals(c.pattern().key().host());
            rows.add(List.of(
                    more.say("{address}"),
                    more.say("{score}"),
                    more.say(
                            host
                                    ? "the host of pattern {number}, taken for {disposition}; likeliest {leader}"
                                    : "the other end of pattern {number}, taken for {disposition}; likeliest"
                                            + " {leader}")));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Write.table(
                        Write.words("Suspicious addresses"),
                        List.of("Address", "Highest score#", "Why"),
                        rows,
                        Tables.cut(file.facts(), rows.size(), all.size(), "addresses")));
    }
}
