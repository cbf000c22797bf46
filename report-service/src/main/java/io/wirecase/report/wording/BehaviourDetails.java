package io.wirecase.report.wording;

import io.wirecase.core.alert.AddressClaim;
import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.ToolGuess;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.claim.Value;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What only some behaviours have: how a scan probed and with what program perhaps, and who claimed an address. */
final class BehaviourDetails {

    private BehaviourDetails() {}

    static List<Prose> of(PatternCase c, Alert alert, Behaviour behaviour) {
        List<Prose> said = new ArrayList<>();
        List<String> inputs = List.of("alert:" + alert.id());
        String technique = behaviour.technique();
        if (technique != null) {
            Facts more = c.facts().more();
            more.put(
                    "technique",
                    more.ledger().word(technique.toUpperCase(Locale.ROOT), Basis.reported("technique", inputs)));
            said.add(more.say("Technique, by the packets sent and what came of them: {technique}."));
        }
        ToolGuess guess = behaviour.toolGuess();
        if (guess != null) {
            said.add(guess(c.facts().more(), guess, inputs));
        }
        behaviour.claims().forEach(claim -> said.add(claim(c.facts().more(), claim, inputs)));
        return said;
    }

    private static Prose guess(Facts more, ToolGuess guess, List<String> inputs) {
        Ledger ledger = more.ledger();
        Basis basis = Basis.inferred("tool guess: " + guess.basis() + "; source: " + guess.source(), inputs);
        more.put("tool", ledger.word(guess.name(), basis));
        more.put("likelihood", ledger.percent(guess.likelihood(), basis));
        more.put("basis", ledger.word(guess.basis(), basis));
        return more.say(
                "The SYNs look like those of {tool} (likelihood {likelihood}, by: {basis}); any program can send"
                        + " the same.");
    }

    private static Prose claim(Facts more, AddressClaim claim, List<String> inputs) {
        Ledger ledger = more.ledger();
        Basis basis = Basis.measured("claims by ARP", inputs);
        more.put("mac", ledger.packet(new UntrustedText(claim.mac().toString()), basis));
        int digits = digits(more);
        more.put("from", ledger.time(claim.firstNanos(), digits, basis));
        more.put("until", ledger.time(claim.lastNanos(), digits, basis));
        more.put("messages", ledger.count(claim.messages(), "messages", basis));
        more.put("unasked", ledger.count(claim.unsolicited(), "messages", basis));
        more.put("announced", ledger.count(claim.gratuitous(), "messages", basis));
        IpAddress address = claim.address();
        if (address != null) {
            more.put("claimed", ledger.address(address, basis));
        }
        return more.say("{mac} claimed " + (address == null ? "the address" : "{claimed}")
                + " from {from} to {until} in {messages}; {unasked} {unasked?was|were} answers nobody had asked for,"
                + " {announced} {announced?was|were} announcements.");
    }

    /** The capture's own precision, as other times of the pattern show it. */
    private static int digits(Facts facts) {
        return facts.has("first") && facts.get("first").value() instanceof Value.Time time ? time.digits() : 0;
    }
}
