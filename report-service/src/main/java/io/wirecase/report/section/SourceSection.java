package io.wirecase.report.section;

import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which captures were read, where every packet went, and whether the store holds all of it. */
final class SourceSection implements SectionBuilder {

    private static final int MOST = 400;

    @Override
    public Section build(CaseFile file) {
        Facts facts = file.facts();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Write.paragraph(
                facts.say("{packets} packets were read, {decoded} decoded and {undecodable} not."),
                file.input().completeness().drained()
                        ? facts.say("The captures published {published} flow records, of which {stored} are stored.")
                        : facts.say("Not everything has arrived: {stored} of {published} flow records are stored.")));
        List<CaptureState> all = file.input().sources();
        if (!all.isEmpty()) {
            blocks.add(table(facts, all));
        }
        List<Prose> unread = unread(facts, all);
        if (!unread.isEmpty()) {
            blocks.add(Write.items(unread));
        }
        if (!file.input().completeness().missing().isEmpty()) {
            blocks.add(Write.items(file.input().completeness().missing().stream()
                    .map(m -> missing(facts, m))
                    .toList()));
        }
        return new Section("sources", "Sources and completeness", blocks);
    }

    private static Block table(Facts facts, List<CaptureState> all) {
        List<List<Prose>> rows =
                all.stream().limit(MOST).map(s -> row(facts, s)).toList();
        return Write.table(
                Write.words("Sources"),
                List.of("Source", "SHA-256", "State", "Packets#", "Decoded#", "Not decoded#", "First", "Last", "Times"),
                rows,
                Tables.cut(facts, rows.size(), all.size(), "sources"));
    }

    /** What captures say of themselves: why one could not be read, where one ends early. */
    private static List<Prose> unread(Facts facts, List<CaptureState> all) {
        List<Prose> unread = new ArrayList<>();
        all.stream().filter(s -> s.failure() != null).limit(MOST).forEach(s -> unread.add(failure(facts, s)));
        all.stream().filter(CaptureState::packetsGone).limit(MOST).forEach(s -> unread.add(gone(facts, s)));
        all.stream()
                .filter(s -> s.accounts() != null && !s.accounts().notes().isEmpty())
                .limit(MOST)
                .forEach(s -> unread.add(notes(facts, s)));
        return unread;
    }

    private static Prose notes(Facts facts, CaptureState source) {
        Facts more = facts.more();
        Basis basis = Basis.reported("what capture noted of it", List.of("capture:" + source.id()));
        Accounts accounts = source.accounts();
        String notes = accounts == null ? "nothing" : String.join("; ", accounts.notes());
        more.put("file", more.ledger().packet(new UntrustedText(source.name()), basis));
        more.put("notes", more.ledger().word(notes, basis));
        return more.say("Of {file} capture noted: {notes}.");
    }

    private static Prose failure(Facts facts, CaptureState source) {
        Facts more = facts.more();
        Basis basis = Basis.reported("what capture said of it", List.of("capture:" + source.id()));
        more.put("file", more.ledger().packet(new UntrustedText(source.name()), basis));
        more.put("failure", more.ledger().word(String.valueOf(source.failure()), basis));
        return more.say("{file} could not be read: {failure}.");
    }

    private static Prose gone(Facts facts, CaptureState source) {
        Facts more = facts.more();
        Basis basis = Basis.reported("what capture said of its packets", List.of("capture:" + source.id()));
        CaptureState.Keeping keeping = source.keeping();
        String reason = keeping == null ? "deleted" : String.valueOf(keeping.gone());
        more.put("file", more.ledger().packet(new UntrustedText(source.name()), basis));
        more.put("gone", more.ledger().word(reason, basis));
        return more.say("The packets of {file} are kept no longer: {gone}.");
    }

    private static Prose missing(Facts facts, String missing) {
        Facts more = facts.more();
        more.put("missing", more.ledger().word(missing, Basis.measured("markers and counts compared", List.of())));
        return more.say("Missing: {missing}.");
    }

    private static List<Prose> row(Facts facts, CaptureState source) {
        Facts more = facts.more();
        Ledger ledger = more.ledger();
        Basis basis = Basis.measured("the capture's accounts", List.of("capture:" + source.id()));
        more.put("file", ledger.packet(new UntrustedText(source.name()), Basis.reported("name given", basis.inputs())));
        more.put("sha", ledger.word(source.sha256(), basis));
        more.put("state", ledger.word(source.state().name().toLowerCase(Locale.ROOT), basis));
        Accounts accounts = source.accounts();
        if (accounts != null) {
            int digits = CaseFile.digits(accounts.resolution());
            more.put("packets", ledger.count(accounts.packets(), "", basis));
            more.put("decoded", ledger.count(accounts.decoded(), "", basis));
            long not =
                    accounts.undecodable().values().stream().mapToLong(n -> n).sum();
            more.put("not", ledger.count(not, "", basis));
            if (accounts.firstNanos() != null) {
                more.put("first", ledger.time(accounts.firstNanos(), digits, basis));
            }
            if (accounts.lastNanos() != null) {
                more.put("last", ledger.time(accounts.lastNanos(), digits, basis));
            }
            more.put("resolution", ledger.word(accounts.resolution(), basis));
        }
        List<Prose> cells = new ArrayList<>(Write.cells(more, "file", "sha", "state", "packets", "decoded", "not"));
        // A capture without packets has no times; the facts of the report have, under the same names.
        boolean times = accounts != null && accounts.firstNanos() != null;
        cells.addAll(times ? Write.cells(more, "first", "last") : List.of(Write.words("–"), Write.words("–")));
        cells.addAll(accounts != null ? Write.cells(more, "resolution") : List.of(Write.words("–")));
        if (accounts == null) {
            cells.set(3, Write.words("–"));
            cells.set(4, Write.words("–"));
        }
        return cells;
    }
}
