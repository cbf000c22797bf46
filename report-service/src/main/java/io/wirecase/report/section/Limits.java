package io.wirecase.report.section;

import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;

/** What the data cannot say: losses of the sensor and of the capture, and what follows for each kind of claim. */
final class Limits {

    private static final int MOST_NOTES = 12;

    private Limits() {}

    static List<Prose> of(CaseFile file) {
        Facts facts = file.facts();
        List<Prose> said = new ArrayList<>();
        said.add(Write.words("Start values and likelihood ratios are judgement, not calibrated frequencies."));
        said.add(Write.words("Who owns an address moves no verdict; payload that is encrypted was not read."));
        said.add(Write.words("Bytes are counted at the frame, IP and payload layers, and each figure says at which;"
                + " times are the capture's own clock, in UTC."));
        said.add(
                file.input().completeness().whole()
                        ? facts.say("The store holds all {stored} flow records that the captures published.")
                        : facts.say("The store holds {stored} of {published} flow records that the captures"
                                + " published: the report is not complete."));
        losses(file, said);
        if (file.input().sources().stream().anyMatch(s -> s.failure() != null)) {
            said.add(facts.say(
                    "Of {sources|capture|captures} {read} could be read; what the others hold is not in this report."));
        }
        if (file.input().alertsTotal() > file.input().alerts().size()) {
            said.add(facts.say("Of {total} alerts those with the lowest scores were not read."));
        }
        return said;
    }

    private static void losses(CaseFile file, List<Prose> said) {
        Facts facts = file.facts();
        if (facts.counts("truncated") > 0) {
            said.add(facts.say("{truncated} of {packets} packets {truncated?is|are} kept in part only: what a header or"
                    + " body said beyond the cut was not read, and its absence is no evidence."));
        }
        if (facts.counts("undecodable") > 0) {
            said.add(facts.say(
                    "{undecodable} of {packets} packets {undecodable?was|were} not decoded; sources say why."));
        }
        if (facts.counts("evicted") > 0) {
            said.add(
                    facts.say("{evicted|flow was|flows were} pushed out of a full table before the end: longer ones may"
                            + " count as several."));
        }
        if (facts.counts("oneSided") > 0) {
            said.add(facts.say("Of {connections|connection|connections} {oneSided} hold the packets of either"
                    + " end alone:"
                    + " silence there is the sensor's, and no answer, size or status of them is known."));
        }
        if (facts.counts("incomplete") > 0) {
            said.add(facts.say("Of {connections|connection|connections} {incomplete} lack packets that were"
                    + " acknowledged:"
                    + " sums, outcomes and ratios of these are too low or missing."));
        }
        if (facts.counts("stepsBack") > 0) {
            said.add(facts.say("The recording clock ran backwards before {stepsBack|packet|packets}: durations and"
                    + " intervals across such a step are not to be relied on."));
        }
        file.input().sources().stream()
                .filter(s -> s.accounts() != null)
                .flatMap(s -> notes(facts, s).stream())
                .limit(MOST_NOTES)
                .forEach(said::add);
    }

    private static List<Prose> notes(Facts facts, CaptureState source) {
        var accounts = source.accounts();
        List<Prose> said = new ArrayList<>();
        for (String note : accounts == null ? List.<String>of() : accounts.notes()) {
            Facts more = facts.more();
            Basis basis = Basis.reported("what capture said of it", List.of("capture:" + source.id()));
            more.put("file", more.ledger().packet(new UntrustedText(source.name()), basis));
            more.put("note", more.ledger().word(note, basis));
            said.add(more.say("{file}: {note}."));
        }
        return said;
    }
}
