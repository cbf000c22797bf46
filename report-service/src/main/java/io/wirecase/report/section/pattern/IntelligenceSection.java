package io.wirecase.report.section.pattern;

import io.wirecase.core.intel.DataSource;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.report.action.ActionPlanner;
import io.wirecase.report.assessment.Likelihood;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.hypothesis.Ranker.Ranked;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.Entity;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Explained;
import io.wirecase.report.wording.Listing;
import io.wirecase.report.wording.Owners;
import io.wirecase.report.wording.PatternStory;
import io.wirecase.report.wording.PatternWords;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Who announces the other ends, by a dated file alone, and what the traffic with each of them is taken for. */
final class IntelligenceSection implements SectionBuilder {

    private static final int MOST = 12;
    private static final int EXPLANATIONS = 3;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        List<Owners.Owner> owners = Owners.of(file.cases());
        if (owners.isEmpty()) {
            blocks.add(Write.paragraph(file.facts()
                    .say("No address in {patterns|pattern|patterns} is listed with an owner in the data file.")));
        }
        for (Owners.Owner owner : owners) {
            List<Block> inner = new ArrayList<>();
            inner.add(profile(file, owner));
            owner.cases().forEach(c -> inner.add(assessment(c)));
            blocks.add(new Block.Group(
                    "owner-" + owner.addresses().firstKey(), facts(file, owner).say("{organization}"), inner));
        }
        return new Section("intelligence", "Organisations", blocks);
    }

    private static Facts facts(CaseFile file, Owners.Owner owner) {
        Facts more = file.facts().more();
        Ledger ledger = more.ledger();
        NetworkOwner data = owner.first();
        Basis basis = Basis.lookedUp("who announces the address", List.of(ref(data.source())));
        more.put("organization", ledger.word(owner.name(), basis));
        more.put(
                "source",
                ledger.word(data.source().name() + ", " + data.source().asOf(), basis));
        if (data.asn() != null) {
            more.put("asn", ledger.word("AS" + data.asn(), basis));
        }
        if (data.country() != null) {
            more.put("country", ledger.word(data.country(), basis));
        }
        return more;
    }

    private static String ref(DataSource source) {
        return "data:" + source.name() + "@" + source.version();
    }

    private static Block profile(CaseFile file, Owners.Owner owner) {
        Facts facts = facts(file, owner);
        List<List<Prose>> rows = new ArrayList<>();
        rows.add(row(
                "Announced by",
                facts.say(facts.has("asn") ? "{asn}, listed as" + " {organization}" : "{organization}")));
        if (facts.has("country")) {
            rows.add(row("Country listed", facts.say("{country}")));
        }
        Ledger ledger = facts.ledger();
        Basis listed = Basis.lookedUp("prefix listed", List.of(ref(owner.first().source())));
        if (!owner.prefixes().isEmpty()) {
            rows.add(row(
                    "Prefixes",
                    list(
                            facts,
                            "prefix",
                            owner.prefixes().stream()
                                    .map(p -> ledger.word(p, listed))
                                    .toList())));
        }
        Basis seen = Basis.measured("an end of a pattern", List.of());
        rows.add(row(
                "Addresses seen",
                list(
                        facts,
                        "seen",
                        owner.addresses().keySet().stream()
                                .map(a -> ledger.address(a, seen))
                                .toList())));
        named(owner, facts, rows);
        rows.add(row(
                "Profile, year of registration, headquarters",
                facts.say("not in the data file ({source}), and not" + " taken from anywhere else")));
        return Write.table(facts.say("What is known of {organization}"), List.of("Field", "Value"), rows, null);
    }

    private static void named(Owners.Owner owner, Facts facts, List<List<Prose>> rows) {
        Ledger ledger = facts.ledger();
        Basis asked = Basis.reported("the name the client asked for", List.of());
        List<Claim> names = owner.cases().stream()
                .map(c -> c.pattern().key().entity())
                .filter(e -> e.kind() == Entity.Kind.NAME)
                .map(e -> ledger.packet(e.text(), asked))
                .distinct()
                .toList();
        rows.add(row("Names asked for", names.isEmpty() ? Write.words("none seen") : list(facts, "name", names)));
        List<Claim> services = owner.cases().stream()
                .map(PatternCase::measured)
                .map(m -> m.exchanges())
                .filter(Objects::nonNull)
                .map(e -> ledger.word(e.title(), service(e)))
                .distinct()
                .toList();
        rows.add(row(
                "Services recognised",
                services.isEmpty() ? Write.words("none by Host, SNI or DNS") : list(facts, "service", services)));
    }

    private static Basis service(Exchanges exchanges) {
        return Basis.lookedUp("the model compared with", List.of(ref(exchanges.source())));
    }

    private static Prose list(Facts facts, String prefix, List<Claim> all) {
        Facts more = facts.more();
        String listed = Listing.of(more, prefix, all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            Basis basis = Basis.measured("values not listed", List.of());
            more.put("more", more.ledger().count(all.size() - (long) MOST, "", basis));
            listed += ", {more} more";
        }
        return more.say(listed);
    }

    private static List<Prose> row(String label, Prose value) {
        return List.of(Write.words(label), value);
    }

    private static Block assessment(PatternCase c) {
        List<Prose> said = new ArrayList<>();
        said.add(Write.join(Write.words("Communication: "), PatternStory.what(c)));
        said.add(c.facts()
                .say("Threat assessment of pattern {number}: {disposition}, risk {risk}; who owns the addresses has no"
                        + " part in it."));
        said.add(c.facts().say("Confidence in that: {confidence}."));
        said.add(explanations(c));
        said.add(Write.join(Write.words("Recommendation: "), PatternWords.recommendation(c)));
        if (!ActionPlanner.owned(c)) {
            said.add(c.facts().say("{host} is not one of the reader's own addresses."));
        }
        return Write.items(said);
    }

    private static Prose explanations(PatternCase c) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        List<String> said = new ArrayList<>();
        for (Ranked ranked : c.ranking().ranked().subList(0, EXPLANATIONS)) {
            int i = said.size();
            Facts one = Explained.facts(c, ranked);
            more.put("explanation" + i, one.get("explanation"));
            more.put("share" + i, one.get("share"));
            Basis word = Basis.inferred("word of ICD 203 for the posterior", List.of());
            more.put("word" + i, ledger.word(Likelihood.of(ranked.posterior()).word(), word));
            said.add("{explanation" + i + "}, {word" + i + "} ({share" + i + "})");
        }
        return more.say("Possible explanations: " + String.join("; ", said) + ".");
    }
}
