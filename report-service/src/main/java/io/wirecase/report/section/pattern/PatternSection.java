package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Joins;
import io.wirecase.report.wording.Listing;
import io.wirecase.report.wording.PatternStory;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every pattern: its verdict and its parts; what was observed and what it may mean have sections of their own. */
final class PatternSection implements SectionBuilder {

    private static final int MOST = 12;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        if (file.cases().isEmpty()) {
            blocks.add(Write.paragraph(file.facts().say("There are {patterns} patterns to show.")));
        } else {
            blocks.add(ranking(file));
        }
        for (PatternCase c : file.cases()) {
            List<Block> parts = new ArrayList<>(List.of(verdict(c), table(c)));
            SubPatterns.of(c).ifPresent(parts::add);
            List<Prose> joins = Joins.of(c, file.cases());
            if (!joins.isEmpty()) {
                parts.add(Write.items(joins));
            }
            blocks.add(new Block.Group("pattern-" + c.number(), PatternWords.title(c), parts));
        }
        return new Section("patterns", "Patterns", blocks);
    }

    private static Block ranking(CaseFile file) {
        List<List<Prose>> rows = file.cases().stream()
                .map(c -> Write.cells(c.facts(), "number", "host", "entity", "alerts", "score", "disposition", "risk"))
                .toList();
        return Write.table(
                Write.words("Patterns, gravest first; every alert shown is in exactly one"),
                List.of("Pattern#", "Host", "With", "Alerts#", "Highest score#", "Taken for", "Risk"),
                rows,
                null);
    }

    private static Block verdict(PatternCase c) {
        Facts facts = c.facts();
        return new Block.Verdict(
                PatternWords.title(c),
                c.disposition().word(),
                facts.say("The likeliest explanation is {leader}, {likelihood} by itself ({posterior})."
                        + " The runner-up is {runnerUp} ({runnerPosterior})."),
                facts.say("Confidence in this assessment: {confidence}."),
                PatternWords.reasons(c));
    }

    private static Block table(PatternCase c) {
        Facts facts = PatternStory.facts(c);
        List<List<Prose>> rows = new ArrayList<>();
        String role = c.pattern().key().role().name().toLowerCase(java.util.Locale.ROOT);
        rows.add(row("Host", facts.say("{host}, the " + role)));
        rows.add(row("Other ends", peers(c)));
        if (facts.has("organization")) {
            rows.add(row("Announced by", facts.say("{organization}")));
        }
        rows.add(row("Flows", facts.say("{flows}, from {first} to {last}")));
        if (!c.measured().protocols().isEmpty()) {
            rows.add(row("Protocols", counted(c, c.measured().protocols(), "flows that carry ")));
        }
        Measurement.Shape shape = c.measured().shape();
        if (shape != null && shape.ports().n() > 0) {
            rows.add(row("Server ports", counted(c, shape.ports().responder(), "flows to port ")));
            rows.add(row("Client ports", ProtocolSection.clientPorts(c, shape.ports())));
        }
        rows.add(row("Alert types", counted(c, c.pattern().codes(), "alerts of the pattern with ")));
        return Write.table(facts.say("What pattern {number} is made of"), List.of("Part", "What was seen"), rows, null);
    }

    private static List<Prose> row(String label, Prose value) {
        return List.of(Write.words(label), value);
    }

    private static Prose peers(PatternCase c) {
        if (c.pattern().peers().isEmpty()) {
            return c.facts().say("{entity}");
        }
        Facts more = c.facts().more();
        Basis basis = Basis.measured("another end of the pattern", List.of());
        List<Claim> addresses = c.pattern().peers().stream()
                .limit(MOST)
                .map(a -> more.ledger().address(a, basis))
                .toList();
        String listed = Listing.of(more, "peer", addresses);
        boolean named = c.pattern().key().entity().kind() == io.wirecase.report.pattern.Entity.Kind.NAME;
        return more.say((named ? "{entity}: " : "")
                + listed
                + (c.pattern().peers().size() > MOST ? " (listed of {peers})" : ""));
    }

    private static <K> Prose counted(PatternCase c, Map<K, ? extends Number> counts, String formula) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        List<String> said = new ArrayList<>();
        for (Map.Entry<K, ? extends Number> entry : counts.entrySet()) {
            int i = said.size();
            if (i == MOST) {
                Basis rest = Basis.measured("values not listed", List.of());
                more.put("others", ledger.count(counts.size() - (long) MOST, "", rest));
                said.add("{others} more");
                break;
            }
            Basis basis = Basis.measured(formula + entry.getKey(), List.of());
            more.put("value" + i, ledger.word(String.valueOf(entry.getKey()), basis));
            more.put("times" + i, ledger.count(entry.getValue().longValue(), "", basis));
            said.add("{value" + i + "} ({times" + i + "})");
        }
        return more.say(String.join(", ", said));
    }
}
