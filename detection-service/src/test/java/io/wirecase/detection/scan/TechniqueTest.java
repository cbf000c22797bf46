package io.wirecase.detection.scan;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.ToolGuess;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Party;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a scan was done, what only looks like one, and which program it may come from. */
class TechniqueTest {

    private static final SynFacts ORDINARY = new SynFacts(64_240, 64, 1_460, 7, "mss,sok,ts,nop,ws");
    private static final SynFacts NMAP = new SynFacts(1_024, 52, 1_460, null, "mss");
    private static final SynFacts MASSCAN = new SynFacts(1_025, 250, 1_460, null, "mss");
    private static final SynFacts ZMAP = new SynFacts(65_535, 250, 1_460, 8, "mss,nop,ws,nop,nop,sok");

    private final ScanJudge judge = new ScanJudge(ScanSettings.DEFAULT);

    @ParameterizedTest
    @CsvSource({"0,NULL,3", "1,FIN,3", "41,XMAS,3", "16,ACK,15", "17,MAIMON,15"})
    void flagsTellTheTechniqueFromSoManyPortsOfAHostOn(int flags, ScanTechnique technique, int least) {
        assertThat(judged(flows(least - 1, i -> single(i, flags, i % 2 == 0)))).isEmpty();
        assertThat(judged(flows(least, i -> single(i, flags, i % 2 == 0))))
                .hasValueSatisfying(reading -> assertThat(reading.technique()).isEqualTo(technique));
    }

    @Test
    void whatOpenPortsSawDecidesHoweverTheSynsLook() {
        for (SynFacts syn : List.of(ORDINARY, NMAP)) {
            assertThat(technique(syn, 20_000_000L)).isEqualTo(ScanTechnique.CONNECT);
            assertThat(technique(syn, null)).isEqualTo(ScanTechnique.SYN);
        }
    }

    @Test
    void oneHostAfterTheOtherOnOnePortIsAMachineThatWakesUp() {
        for (int flags : new int[] {TcpFacts.ACK, TcpFacts.ACK | TcpFacts.FIN}) {
            List<Flow> flows = flows(200, i -> single(i, flags, i % 2 == 0).server("198.51.100." + i, 443));
            assertThat(judged(flows)).isEmpty();
        }
    }

    @Test
    void keepAlivesAndConnectionsThatGoOnAndLateAnswersOfAServerAreNoContacts() {
        FlowFixtures alive = single(1, TcpFacts.ACK, false)
                .tcp(facts(TcpFacts.ACK, TcpFacts.ACK, null))
                .answered(1, 0);
        FlowFixtures talking = single(2, TcpFacts.ACK, false).sent(3, 40);
        FlowFixtures longer = single(3, TcpFacts.ACK | TcpFacts.FIN, true).sent(9, 0);
        FlowFixtures late = single(4, TcpFacts.ACK | TcpFacts.FIN, true).client("198.51.100.9", 443);
        FlowFixtures toAClient = single(5, TcpFacts.ACK | TcpFacts.FIN, true).server("10.0.0.9", 45_000);
        FlowFixtures finInTheMiddle = single(6, TcpFacts.ACK, false).tcp(facts(TcpFacts.ACK, 0, TcpFacts.FIN));
        for (FlowFixtures none : List.of(alive, talking, longer, late, toAClient)) {
            assertThat(ContactReader.read(none.build())).isEmpty();
        }
        assertThat(ContactReader.read(finInTheMiddle.build()))
                .hasValueSatisfying(contact -> assertThat(contact.family()).isEqualTo(ScanFamily.STRAY));
    }

    @Test
    void aScanWhoseSynsAllLookLikeAProgramsIsGuessedAtAndNeverCertain() {
        assertThat(guess(40, 1, i -> NMAP)).hasValueSatisfying(guess -> {
            assertThat(guess.name()).isEqualTo("nmap");
            assertThat(guess.likelihood()).isBetween(0.9, 0.92);
            assertThat(guess.basis()).contains("MSS 1460");
            assertThat(guess.source()).contains("published source");
        });
        assertThat(guess(40, 40, i -> MASSCAN)).map(ToolGuess::name).contains("masscan");
        assertThat(guess(40, 1, i -> ZMAP)).map(ToolGuess::name).contains("zmap");
    }

    @Test
    void nothingIsGuessedWhereNothingFits() {
        assertThat(guess(40, 1, i -> ORDINARY)).isEmpty();
        assertThat(guess(40, 40, i -> ZMAP)).as("ZMap sweeps one port").isEmpty();
        assertThat(guess(40, 1, i -> i % 4 == 0 ? ORDINARY : NMAP)).isEmpty();
        SynFacts windowAlone = new SynFacts(1_024, 64, 1_460, 7, "mss,sok,ts,nop,ws");
        assertThat(guess(40, 1, i -> windowAlone)).isEmpty();
    }

    @Test
    void aProgramsSynAloneMakesNoScan() {
        assertThat(judged(flows(
                        60,
                        i -> flow().number(i)
                                .at(100L * i)
                                .server("198.51.100." + i, 443)
                                .tcp(withSyn(NMAP, 0x1B, 0x1B, 20_000_000L)))))
                .isEmpty();
    }

    private Optional<ToolGuess> guess(int targets, int ports, IntFunction<SynFacts> syn) {
        List<Flow> flows = flows(
                targets,
                i -> flow().number(i)
                        .at(100L * i)
                        .server("10.0.2." + i, 400 + i % ports)
                        .tcp(withSyn(syn.apply(i), TcpFacts.SYN, i == 7 ? 0x12 : TcpFacts.RST, null))
                        .sent(1, 0)
                        .answered(1, 0));
        return Optional.ofNullable(judged(flows).orElseThrow().probes().toolGuess());
    }

    /** Of a scan with one open port in ten, whose handshakes were completed or not. */
    private ScanTechnique technique(SynFacts syn, @Nullable Long handshake) {
        int ends = handshake == null ? TcpFacts.SYN | TcpFacts.RST : TcpFacts.SYN | TcpFacts.ACK | TcpFacts.RST;
        List<Flow> flows = flows(
                40,
                i -> flow().number(i)
                        .at(100L * i)
                        .server("10.0.2." + i, 22)
                        .tcp(
                                i % 10 == 3
                                        ? withSyn(syn, ends, 0x12, handshake)
                                        : withSyn(syn, TcpFacts.SYN, TcpFacts.RST, null))
                        .sent(2, 0)
                        .answered(1, 0));
        return judged(flows).orElseThrow().technique();
    }

    private Optional<ScanReading> judged(List<Flow> flows) {
        ScanState state = new ScanState();
        ScanFamily family = ScanFamily.TCP;
        for (Flow flow : flows) {
            ScanContact contact = ContactReader.read(flow).orElseThrow();
            family = contact.family();
            state.add(contact, FlowFixtures.CAPTURE, ScanSettings.DEFAULT.maxPairs());
        }
        return judge.scan(family, state);
    }

    private static FlowFixtures single(int number, int flags, boolean refused) {
        return flow().number(number)
                .at(10L * number)
                .server("10.0.0.9", 20 + number)
                .tcp(facts(flags, refused ? TcpFacts.RST : 0, null))
                .sent(1, 0)
                .answered(refused ? 1 : 0, 0);
    }

    private static TcpFacts facts(int sent, int answered, @Nullable Integer odd) {
        return new TcpFacts("OTH", "", sent, answered, sent, odd, null, null, null, 0, 0, null);
    }

    private static TcpFacts withSyn(SynFacts syn, int sent, int answered, @Nullable Long handshake) {
        SynFacts accepted = (answered & 0x12) == 0x12 ? ORDINARY : null;
        Party reset = (answered & TcpFacts.RST) != 0 ? Party.RESPONDER : null;
        return new TcpFacts("S0", "", sent, answered, TcpFacts.SYN, null, syn, accepted, handshake, 0, 0, reset);
    }

    private static List<Flow> flows(int count, IntFunction<FlowFixtures> each) {
        List<Flow> flows = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> flows.add(each.apply(i).build()));
        return flows;
    }
}
