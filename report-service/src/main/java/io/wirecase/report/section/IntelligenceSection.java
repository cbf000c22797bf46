package io.wirecase.report.section;

import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;

/** Who announces the other ends; only what a dated file says. */
final class IntelligenceSection implements SectionBuilder {

    private static final int MOST_ADDRESSES = 10;

    @Override
    public Section build(CaseFile file) {
        List<Block> blocks = new ArrayList<>();
        List<Owners.Owner> owners = Owners.of(file.cases());
        if (owners.isEmpty()) {
            blocks.add(Write.paragraph(
                    file.facts().say("No address in {patterns} patterns is listed with an owner in the data file.")));
        }
        for (Owners.Owner owner : owners) {
            blocks.add(new Block.Group(
                    "owner-" + owner.addresses().firstKey(),
                    title(file, owner),
                    List.of(Write.items(items(file, owner)))));
        }
        return new Section("intelligence", "Organisations", blocks);
    }

    private static Prose title(CaseFile file, Owners.Owner owner) {
        return facts(file, owner).say("{organization}");
    }

    private static Facts facts(CaseFile file, Owners.Owner owner) {
        Facts more = file.facts().more();
        Ledger ledger = more.ledger();
        NetworkOwner data = owner.first();
        String source = "data:" + data.source().name() + "@" + data.source().version();
        Basis basis = Basis.lookedUp("who announces the address", List.of(source));
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

    private static List<Prose> items(CaseFile file, Owners.Owner owner) {
        List<Prose> said = new ArrayList<>();
        Facts facts = facts(file, owner);
        said.add(facts.say("Addresses of {organization} are announced" + (facts.has("asn") ? " by {asn}" : "")
                + (facts.has("country") ? ", country {country}" : "") + " (source: {source})."));
        said.add(addresses(facts, owner));
        owner.cases()
                .forEach(c -> said.add(c.facts()
                        .say("Pattern {number} with these addresses is taken for"
                                + " {disposition}; the owner has no part in that.")));
        return said;
    }

    private static Prose addresses(Facts facts, Owners.Owner owner) {
        Facts more = facts.more();
        StringBuilder template = new StringBuilder("Seen:");
        int i = 0;
        for (IpAddress address : owner.addresses().keySet()) {
            if (i == MOST_ADDRESSES) {
                break;
            }
            more.put("a" + i, more.ledger().address(address, Basis.measured("an end of a pattern", List.of())));
            template.append(i == 0 ? " " : ", ").append("{a").append(i).append("}");
            i++;
        }
        more.put(
                "all",
                more.ledger().count(owner.addresses().size(), "", Basis.measured("addresses of the owner", List.of())));
        return more.say(template.append(" (of {all}).").toString());
    }
}
