package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.MeaningGate;
import io.wirecase.report.claim.NumberGate;
import io.wirecase.report.claim.Refusal;
import io.wirecase.report.claim.Refusal.Reason;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sentences of two published reports on traffic like the fixtures', against the fixtures' ledgers. Each sentence cites
 * every claim whose value stands in it, which is the most that could speak for it, and must still be refused.
 */
class SeedSentencesTest {

    private static final Map<Traffic, Ledger> LEDGERS = new EnumMap<>(Traffic.class);

    /** Whose ledger a sentence is held against. */
    enum Traffic {
        A1,
        A2,
        A3,
        HOME,
        B1,
        B1_SCAN;

        private CaseInput input() {
            return switch (this) {
                case A1 -> Fixtures.poll(Fixtures.Twist.NONE, Fixtures.START);
                case A2 -> Household.downloads();
                case A3 -> Household.status();
                case HOME -> Household.together();
                case B1 -> Fixtures.pageLoad();
                case B1_SCAN -> Fixtures.scan(ReportScope.ALL);
            };
        }

        private Ledger ledger() {
            return LEDGERS.computeIfAbsent(this, traffic -> {
                Ledger ledger = new Ledger();
                assertThat(new ReportEngine().build(traffic.input(), ledger).refusals())
                        .as("%s itself passes", traffic)
                        .isEmpty();
                return ledger;
            });
        }
    }

    /**
     * A sentence.
     *
     * @param row the defect it shows, as docs/coverage.md numbers them
     * @param traffic whose ledger it is held against
     * @param text the sentence, as published
     * @param reason why it must be refused
     * @param detail what of it the refusal must name
     */
    record Said(String row, Traffic traffic, String text, Reason reason, String detail) {
        @Override
        public String toString() {
            return row + " " + traffic + ": " + text;
        }
    }

    static List<Said> sentences() {
        List<Said> all = new ArrayList<>(reportA());
        all.addAll(reportAOnWhatItMeans());
        all.addAll(reportB());
        return all;
    }

    private static List<Said> reportA() {
        return List.of(
                said("AX-1", Traffic.A1, "The byte count varies by less than 5%.", Reason.UNBACKED, "varies"),
                said(
                        "AX-1",
                        Traffic.A1,
                        "Consistent, varying by less than 5 % across all.",
                        Reason.UNBACKED,
                        "varying"),
                said("AX-2", Traffic.A1, "355-419 bytes inbound, 401-405 bytes outbound", Reason.DIRECTION, "inbound"),
                said("AX-2", Traffic.A2, "4-5 times more outbound than inbound data", Reason.DIRECTION, "outbound"),
                said(
                        "AX-3",
                        Traffic.A2,
                        "Potential data exfiltration using trusted domains",
                        Reason.JUDGEMENT,
                        "exfil"),
                said(
                        "AX-3",
                        Traffic.A2,
                        "suggesting data retrieval rather than submission",
                        Reason.DIRECTION,
                        "retriev"),
                said("AX-3", Traffic.A2, "potentially concerning data movement", Reason.ADJECTIVE, "concerning"),
                said("AX-4", Traffic.A1, "This is unusual for normal HTTP communications.", Reason.BASELINE, "unusual"),
                said("AX-4", Traffic.A1, "The traffic is remarkably symmetric.", Reason.DIRECTION, "symmetric"),
                said(
                        "AX-5",
                        Traffic.HOME,
                        "expected communications on ports 8080, 443, and 80",
                        Reason.UNBACKED,
                        "8080"),
                said(
                        "AX-6",
                        Traffic.A1,
                        "score of 150, indicating critical security concerns",
                        Reason.ADJECTIVE,
                        "crit"),
                said(
                        "AX-7",
                        Traffic.HOME,
                        "The investigation has identified two distinct patterns",
                        Reason.UNBACKED,
                        "two"),
                said(
                        "AX-8",
                        Traffic.A1,
                        "They occur at remarkably regular 5-minute intervals.",
                        Reason.TIMING,
                        "regular"),
                said("AX-8", Traffic.A1, "precisely timed 5-minute intervals", Reason.ADJECTIVE, "precisely"),
                said("AX-8", Traffic.A1, "The perfect regularity suggests update checks.", Reason.ADJECTIVE, "perfect"),
                said("AX-8", Traffic.A1, "The perfect regularity suggests update checks.", Reason.TIMING, "regularity"),
                said("AX-9", Traffic.A1, "There is no variation based on time of day.", Reason.COVERAGE, "time of day"),
                said(
                        "AX-11",
                        Traffic.A1,
                        "This pattern likely represents Ubuntu update checks.",
                        Reason.UNBACKED,
                        "Ubuntu"),
                said("AX-12", Traffic.A1, "unusual for legitimate update processes", Reason.BASELINE, "unusual"),
                said("AX-13", Traffic.A1, "the host uses obsolete nginx servers (1.14.0)", Reason.UNBACKED, "1.14.0"),
                said("AX-14", Traffic.A1, "Update the nginx server components.", Reason.FOREIGN_ASSET, "Update"),
                said(
                        "AX-15",
                        Traffic.A1,
                        "these versions contain known vulnerabilities",
                        Reason.JUDGEMENT,
                        "vulnerab"));
    }

    private static List<Said> reportAOnWhatItMeans() {
        return List.of(
                said("AX-16", Traffic.A1, "could provide attackers entry points", Reason.JUDGEMENT, "attackers"),
                said("AX-16", Traffic.A1, "could provide attackers entry points", Reason.SPECULATION, "could provide"),
                said("AX-17", Traffic.HOME, "The company was founded in 2004.", Reason.UNBACKED, "2004"),
                said("AX-17", Traffic.HOME, "It is headquartered in London.", Reason.UNBACKED, "headquartered"),
                said(
                        "AX-18",
                        Traffic.HOME,
                        "consistent byte counts and legitimate servers",
                        Reason.JUDGEMENT,
                        "legitimate"),
                said("AX-19", Traffic.A2, "Threat Assessment - HIGH CONFIDENCE", Reason.ADJECTIVE, "HIGH CONFIDENCE"),
                said(
                        "AX-20",
                        Traffic.HOME,
                        "Overall: MEDIUM (Medium-High Confidence)",
                        Reason.ADJECTIVE,
                        "Medium-High"),
                said("AX-21", Traffic.A2, "It could indicate proxy tunneling attempts.", Reason.JUDGEMENT, "tunneling"),
                said("AX-21", Traffic.A2, "attempts through the infrastructure of Apple", Reason.UNBACKED, "Apple"),
                said("AX-22", Traffic.A2, "Intentional evasion of network filtering", Reason.JUDGEMENT, "evasion"),
                said(
                        "AX-22",
                        Traffic.A1,
                        "Missing User-Agent headers could indicate evasion.",
                        Reason.MISSING_DATA,
                        "issing"),
                said(
                        "AX-23",
                        Traffic.A2,
                        "This strongly suggests synchronization issues.",
                        Reason.ADJECTIVE,
                        "strongly"),
                said(
                        "AX-24",
                        Traffic.A1,
                        "This could represent a testing environment.",
                        Reason.SPECULATION,
                        "could repr"),
                said(
                        "AX-27",
                        Traffic.A2,
                        "High Priority - Deploy Enhanced Monitoring",
                        Reason.ADJECTIVE,
                        "High Priority"),
                said("AX-28", Traffic.A1, "Connections span 185.125.190.x and more.", Reason.UNBACKED, "185.125.190"));
    }

    private static List<Said> reportB() {
        return List.of(
                said("BX-1", Traffic.B1, "129 instances of TCP connect scans detected", Reason.JUDGEMENT, "scans"),
                said("BX-2", Traffic.B1_SCAN, "SYN flag with window size > 1024", Reason.UNBACKED, "1024"),
                said("BX-3", Traffic.B1_SCAN, "5 distinct outbound connections", Reason.DIRECTION, "outbound"),
                said(
                        "BX-4",
                        Traffic.B1_SCAN,
                        "within a 1-minute window (2017-10-18 05:28)",
                        Reason.UNBACKED,
                        "2017-10-18"),
                said("BX-5", Traffic.B1, "5 distinct connections, all with SYN flags", Reason.UNBACKED, "5"),
                said(
                        "BX-6",
                        Traffic.B1_SCAN,
                        "absence of src_port in logs indicates evasion",
                        Reason.MISSING_DATA,
                        "absence"),
                said("BX-6", Traffic.B1_SCAN, "potential obfuscation of targets", Reason.JUDGEMENT, "obfuscation"),
                said(
                        "BX-8",
                        Traffic.B1_SCAN,
                        "Zero direct attack packets (TCP/UDP/ICMP/ARP)",
                        Reason.CONTRADICTION,
                        "packets of TCP"),
                said(
                        "BX-8",
                        Traffic.B1_SCAN,
                        "suggesting a preliminary network probing phase",
                        Reason.JUDGEMENT,
                        "probing"),
                said("BX-13", Traffic.B1, "```markdown", Reason.MARKUP, "```"),
                said(
                        "BX-14",
                        Traffic.B1,
                        "indicating a rapid reconnaissance campaign",
                        Reason.JUDGEMENT,
                        "reconnaissance"),
                said("BX-14", Traffic.B1_SCAN, "restrict unsanctioned SYN floods", Reason.JUDGEMENT, "floods"),
                said("BX-15", Traffic.B1_SCAN, "consistent with automated tools like Nmap", Reason.JUDGEMENT, "Nmap"),
                said("BX-16", Traffic.B1, "geographically diverse targets", Reason.UNBACKED, "geographically"),
                said(
                        "BX-17",
                        Traffic.B1,
                        "implies **compromised device or insider threat**",
                        Reason.JUDGEMENT,
                        "compromised"),
                said(
                        "BX-17",
                        Traffic.B1_SCAN,
                        "implies compromised device or insider threat",
                        Reason.JUDGEMENT,
                        "insider"),
                said("BX-18", Traffic.B1, "block SYN packets with window size >1024", Reason.UNBACKED, "1024"),
                said("BX-19", Traffic.B1, "e.g. the rule `window_size:>1024;`", Reason.UNBACKED, "1024"),
                said(
                        "BX-21",
                        Traffic.B1,
                        "Targeting of 151.101.121.108 and 213.139.38.16",
                        Reason.UNBACKED,
                        "213.139.38.16"),
                said("BX-23", Traffic.B1_SCAN, "05:28:08.813", Reason.UNBACKED, "05:28:08.813"),
                said("BX-24", Traffic.B1_SCAN, "Critical Risk: active network mapping", Reason.ADJECTIVE, "Critical"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void eachIsRefusedForItsReason(Said said) {
        Ledger ledger = said.traffic().ledger();
        List<String> cited = everythingThatSpeaksForIt(said.text(), ledger);
        List<Refusal> refusals = new ArrayList<>(new NumberGate(ledger).check(said.text(), cited));
        refusals.addAll(new MeaningGate(ledger).check(said.text(), cited));
        assertThat(refusals).as("cited %s", cited).anySatisfy(r -> {
            assertThat(r.reason()).isEqualTo(said.reason());
            assertThat(r.detail()).containsIgnoringCase(said.detail());
        });
    }

    private static List<String> everythingThatSpeaksForIt(String text, Ledger ledger) {
        return ledger.claims().stream()
                .filter(c -> !c.value().text().isBlank())
                .filter(c -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(c.text()) + "(?![\\p{L}\\p{N}])")
                        .matcher(text)
                        .find())
                .map(Claim::id)
                .toList();
    }

    private static Said said(String row, Traffic traffic, String text, Reason reason, String detail) {
        return new Said(row, traffic, text, reason, detail);
    }
}
