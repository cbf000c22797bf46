package io.wirecase.report.section.alert;

import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.Suppressed;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.input.LeftOut;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What suppression rules left out, rule by rule, and what came back since a tripwire moved. */
public final class SuppressedAlerts {

    private static final int MOST_RULES = 40;
    private static final int MOST_MOVED = 12;

    private SuppressedAlerts() {}

    /** The count in one sentence, or empty when no rule covers any alert in scope. */
    public static Optional<Prose> sentence(CaseFile file) {
        LeftOut leftOut = file.input().leftOut();
        if (leftOut.rules().isEmpty()) {
            return Optional.empty();
        }
        Facts more = file.facts().more();
        Basis basis = Basis.measured("alerts that suppression rules cover, by what the rules did", rules(leftOut));
        more.put("hidden", more.ledger().count(leftOut.hidden(), "", basis));
        more.put("trimmed", more.ledger().count(leftOut.trimmed(), "", basis));
        more.put("covering", more.ledger().count(leftOut.rules().size(), "", basis));
        return Optional.of(more.say("{covering|suppression rule covers|suppression rules cover} alerts in scope:"
                + " {hidden|alert is|alerts are} left out, {trimmed} shown without some of {trimmed?its|their}"
                + " findings; counted under the alert summary, part of no other number."));
    }

    /** The rules with their counts, and the alerts that are back; empty when no rule covers any alert in scope. */
    static Optional<Block> block(CaseFile file) {
        LeftOut leftOut = file.input().leftOut();
        if (leftOut.rules().isEmpty()) {
            return Optional.empty();
        }
        List<List<Prose>> rows = leftOut.rules().stream()
                .limit(MOST_RULES)
                .map(by -> row(file.facts(), by))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Write.table(
                Write.words("What suppression rules left out"),
                List.of("Rule", "Reason", "Owner", "Until", "Left out#", "In part#", "Back#"),
                rows,
                Tables.cut(file.facts(), rows.size(), leftOut.rules().size(), "rules")));
        List<Prose> back = back(file);
        if (!back.isEmpty()) {
            blocks.add(Write.items(back));
        }
        return Optional.of(Write.group("suppressed", "Suppressed alerts", blocks.toArray(Block[]::new)));
    }

    private static List<String> rules(LeftOut leftOut) {
        return leftOut.rules().stream().map(by -> "rule:" + by.rule().id()).toList();
    }

    private static List<Prose> row(Facts facts, LeftOut.ByRule by) {
        Facts more = facts.more();
        Ledger ledger = more.ledger();
        Suppression rule = by.rule();
        List<String> input = List.of("rule:" + rule.id());
        Basis told = Basis.reported("the suppression rule, revision " + rule.revision(), input);
        more.put("rule", ledger.word(rule.id().toString(), told));
        more.put("reason", ledger.packet(new UntrustedText(rule.reason()), told));
        more.put("owner", ledger.packet(new UntrustedText(rule.owner()), told));
        if (rule.expires() != null) {
            more.put("until", ledger.word(rule.expires(), told));
        }
        more.put("hidden", ledger.count(by.hidden(), "", Basis.measured("alerts left out that it covers", input)));
        more.put(
                "trimmed",
                ledger.count(by.trimmed(), "", Basis.measured("alerts shown without findings it covers", input)));
        more.put("back", ledger.count(by.moved(), "", Basis.measured("alerts that moved its tripwires", input)));
        return Write.cells(more, "rule", "reason", "owner", "until", "hidden", "trimmed", "back");
    }

    /** The first alerts in time that are shown although a rule covers them. */
    private static List<Prose> back(CaseFile file) {
        List<Prose> back = new ArrayList<>();
        for (EnrichedAlert enriched : file.input().alerts()) {
            Suppressed mark = enriched.suppressed();
            if (mark == null) {
                continue;
            }
            for (Suppressed.ByRule rule : mark.rules()) {
                for (Suppressed.Moved moved : rule.moved()) {
                    if (back.size() < MOST_MOVED) {
                        back.add(moved(file, enriched, rule, moved));
                    }
                }
            }
        }
        return back;
    }

    private static Prose moved(CaseFile file, EnrichedAlert enriched, Suppressed.ByRule rule, Suppressed.Moved moved) {
        Facts more = file.facts().more();
        Ledger ledger = more.ledger();
        UUID id = enriched.alert().id();
        Basis alert = Basis.measured("the alert", List.of("alert:" + id));
        Basis basis = Basis.measured("tripwires of the rule compared", List.of("alert:" + id, "rule:" + rule.rule()));
        int digits = CaseFile.digits(
                file.input().sources(), enriched.alert().captures().getLast());
        more.put("at", ledger.time(enriched.alert().eventNanos(), digits, alert));
        more.put("host", ledger.address(enriched.alert().subject().host(), alert));
        more.put("rule", ledger.word(rule.rule().toString(), basis));
        more.put("tripwire", ledger.word(moved.tripwire(), basis));
        more.put("expected", ledger.packet(new UntrustedText(moved.expected()), basis));
        more.put("observed", ledger.packet(moved.observed(), basis));
        return more.say("{at}, {host}: suppressed by rule {rule} until its tripwire moved; {tripwire} was to be"
                + " {expected} and was {observed}.");
    }
}
