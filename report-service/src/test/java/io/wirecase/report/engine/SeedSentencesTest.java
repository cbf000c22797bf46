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

    /** Row, traffic, reason, what the refusal names, and the sentence as published. */
    private static final String SENTENCES = """
            AX-1 | A1 | UNBACKED | varies | The byte count varies by less than 5%.
            AX-1 | A1 | UNBACKED | varying | Consistent, varying by less than 5 % across all.
            AX-2 | A1 | DIRECTION | inbound | 355-419 bytes inbound, 401-405 bytes outbound
            AX-2 | A2 | DIRECTION | outbound | 4-5 times more outbound than inbound data
            AX-3 | A2 | JUDGEMENT | exfil | Potential data exfiltration using trusted domains
            AX-3 | A2 | DIRECTION | retriev | suggesting data retrieval rather than submission
            AX-3 | A2 | ADJECTIVE | concerning | potentially concerning data movement
            AX-4 | A1 | BASELINE | unusual | This is unusual for normal HTTP communications.
            AX-4 | A1 | DIRECTION | symmetric | The traffic is remarkably symmetric.
            AX-5 | HOME | UNBACKED | 8080 | expected communications on ports 8080, 443, and 80
            AX-6 | A1 | ADJECTIVE | crit | score of 150, indicating critical security concerns
            AX-7 | HOME | UNBACKED | two | The investigation has identified two distinct patterns
            AX-8 | A1 | TIMING | regular | They occur at remarkably regular 5-minute intervals.
            AX-8 | A1 | ADJECTIVE | precisely | precisely timed 5-minute intervals
            AX-8 | A1 | ADJECTIVE | perfect | The perfect regularity suggests update checks.
            AX-8 | A1 | TIMING | regularity | The perfect regularity suggests update checks.
            AX-9 | A1 | COVERAGE | time of day | There is no variation based on time of day.
            AX-11 | A1 | UNBACKED | Ubuntu | This pattern likely represents Ubuntu update checks.
            AX-12 | A1 | BASELINE | unusual | unusual for legitimate update processes
            AX-13 | A1 | UNBACKED | 1.14.0 | the host uses obsolete nginx servers (1.14.0)
            AX-14 | A1 | FOREIGN_ASSET | Update | Update the nginx server components.
            AX-15 | A1 | JUDGEMENT | vulnerab | these versions contain known vulnerabilities
            AX-16 | A1 | JUDGEMENT | attackers | could provide attackers entry points
            AX-16 | A1 | SPECULATION | could provide | could provide attackers entry points
            AX-17 | HOME | UNBACKED | 2004 | The company was founded in 2004.
            AX-17 | HOME | UNBACKED | headquartered | It is headquartered in London.
            AX-18 | HOME | JUDGEMENT | legitimate | consistent byte counts and legitimate servers
            AX-19 | A2 | ADJECTIVE | HIGH CONFIDENCE | Threat Assessment - HIGH CONFIDENCE
            AX-20 | HOME | ADJECTIVE | Medium-High | Overall: MEDIUM (Medium-High Confidence)
            AX-21 | A2 | JUDGEMENT | tunneling | It could indicate proxy tunneling attempts.
            AX-21 | A2 | UNBACKED | Apple | attempts through the infrastructure of Apple
            AX-22 | A2 | JUDGEMENT | evasion | Intentional evasion of network filtering
            AX-22 | A1 | MISSING_DATA | issing | Missing User-Agent headers could indicate evasion.
            AX-23 | A2 | ADJECTIVE | strongly | This strongly suggests synchronization issues.
            AX-24 | A1 | SPECULATION | could repr | This could represent a testing environment.
            AX-27 | A2 | ADJECTIVE | High Priority | High Priority - Deploy Enhanced Monitoring
            AX-28 | A1 | UNBACKED | 185.125.190 | Connections span 185.125.190.x and more.
            BX-1 | B1 | JUDGEMENT | scans | 129 instances of TCP connect scans detected
            BX-2 | B1_SCAN | UNBACKED | 1024 | SYN flag with window size > 1024
            BX-3 | B1_SCAN | DIRECTION | outbound | 5 distinct outbound connections
            BX-4 | B1_SCAN | UNBACKED | 2017-10-18 | within a 1-minute window (2017-10-18 05:28)
            BX-5 | B1 | UNBACKED | 5 | 5 distinct connections, all with SYN flags
            BX-6 | B1_SCAN | MISSING_DATA | absence | absence of src_port in logs indicates evasion
            BX-6 | B1_SCAN | JUDGEMENT | obfuscation | potential obfuscation of targets
            BX-8 | B1_SCAN | CONTRADICTION | packets of TCP | Zero direct attack packets (TCP/UDP/ICMP/ARP)
            BX-8 | B1_SCAN | JUDGEMENT | probing | suggesting a preliminary network probing phase
            BX-13 | B1 | MARKUP | ``` | ```markdown
            BX-14 | B1 | JUDGEMENT | reconnaissance | indicating a rapid reconnaissance campaign
            BX-14 | B1_SCAN | JUDGEMENT | floods | restrict unsanctioned SYN floods
            BX-15 | B1_SCAN | JUDGEMENT | Nmap | consistent with automated tools like Nmap
            BX-16 | B1 | UNBACKED | geographically | geographically diverse targets
            BX-17 | B1 | JUDGEMENT | compromised | implies **compromised device or insider threat**
            BX-17 | B1_SCAN | JUDGEMENT | insider | implies compromised device or insider threat
            BX-18 | B1 | UNBACKED | 1024 | block SYN packets with window size >1024
            BX-19 | B1 | UNBACKED | 1024 | e.g. the rule `window_size:>1024;`
            BX-21 | B1 | UNBACKED | 213.139.38.16 | Targeting of 151.101.121.108 and 213.139.38.16
            BX-23 | B1_SCAN | UNBACKED | 05:28:08.813 | 05:28:08.813
            BX-24 | B1_SCAN | ADJECTIVE | Critical | Critical Risk: active network mapping
            """;

    static List<Said> sentences() {
        return SENTENCES
                .lines()
                .map(line -> line.split(" \\| ", 5))
                .map(c -> new Said(c[0], Traffic.valueOf(c[1]), c[4], Reason.valueOf(c[2]), c[3]))
                .toList();
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
}
