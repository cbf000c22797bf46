package io.wirecase.detection.names;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Readings.holding;
import static io.wirecase.detection.testing.Readings.measures;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.flood.DnsFlood;
import io.wirecase.detection.flood.FloodLimits;
import io.wirecase.detection.tally.TallyDetector;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.testing.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final int NO_SUCH_NAME = 3;
    private static final int ADDRESS = 1;
    private static final int TEXT = 16;
    private static final DgaBurst DGA = new DgaBurst(NameLimits.DEFAULT);
    private static final DnsC2 C2 = new DnsC2(NameLimits.DEFAULT);
    private static final DnsFlood FLOOD = new DnsFlood(FloodLimits.DEFAULT, Networks.PRIVATE);
    private static final List<String> WORDS =
            List.of("river", "garden", "market", "silver", "cloud", "summer", "window", "planet");

    private static List<BehaviourReading> found(TallyRule rule, List<Flow> flows) {
        return holding(new TallyDetector(rule), flows);
    }

    private static List<Flow> lookups(int count, int everyMillis, int type, int code, IntFunction<String> name) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(i)
                    .at((long) i * everyMillis)
                    .client("10.20.0." + (5 + i % 2), 30_000 + i)
                    .dns(new DnsFacts.Transaction(0, 1, 7, Messages.text(name.apply(i)), type, code, List.of(), 0))
                    .server("10.20.0.53", 53)
                    .build());
        }
        return flows;
    }

    private static String letters(Random chance, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append((char) ('a' + chance.nextInt(26)));
        }
        return out.toString();
    }

    @Test
    void manyComputedDomainsThatDoNotExistAreAProgramThatLooksForItsController() {
        Random chance = new Random(1);
        List<Flow> flows =
                lookups(60, 180_000, ADDRESS, NO_SUCH_NAME, i -> letters(chance, 12 + chance.nextInt(6)) + ".com");
        List<BehaviourReading> readings = found(DGA, flows);
        assertThat(readings).hasSize(2);
        assertThat(measures(readings.getFirst()).get("generatedDomains")).isBetween(15.0, 30.0);
    }

    @Test
    void typosDeadHostsAndNamesBelowOneDomainAreNone() {
        Random chance = new Random(2);
        assertThat(found(
                        DGA,
                        lookups(
                                200,
                                1_000,
                                ADDRESS,
                                NO_SUCH_NAME,
                                i -> WORDS.get(i % 8) + WORDS.get(i / 8 % 8) + i + ".com")))
                .isEmpty();
        assertThat(found(DGA, lookups(200, 1_000, ADDRESS, NO_SUCH_NAME, i -> letters(chance, 14) + ".dnsbl.example")))
                .isEmpty();
        assertThat(found(DGA, lookups(200, 1_000, ADDRESS, NO_SUCH_NAME, i -> letters(chance, 12))))
                .isEmpty();
        assertThat(found(DGA, lookups(200, 1_000, ADDRESS, 0, i -> letters(chance, 12) + ".com")))
                .isEmpty();
    }

    @Test
    void textAskedForUnderNamesThatNeverRepeatMayBeOrders() {
        Random chance = new Random(3);
        List<Flow> flows = lookups(120, 60_000, TEXT, 0, i -> letters(chance, 10) + ".updates.example.com");
        assertThat(found(C2, flows)).hasSize(2);
    }

    @Test
    void keysPoliciesReversedAddressesAndAddressesOfHashesAreNoOrders() {
        Random chance = new Random(4);
        assertThat(found(C2, lookups(400, 10_000, TEXT, 0, i -> "_dmarc.sender" + i + ".example.com")))
                .isEmpty();
        assertThat(found(C2, lookups(400, 10_000, ADDRESS, 0, i -> letters(chance, 16) + ".hash.example.com")))
                .isEmpty();
        assertThat(found(C2, lookups(400, 10_000, TEXT, 0, i -> letters(new Random(i % 20), 12) + ".example.com")))
                .isEmpty();
    }

    @Test
    void missingNamesOfOneDomainAtARateDrownItsServersAndABrokenProgramDoesNot() {
        Random chance = new Random(5);
        List<Flow> flood = lookups(1_200, 100, ADDRESS, NO_SUCH_NAME, i -> letters(chance, 10) + ".victim.example.com");
        BehaviourReading reading = found(FLOOD, flood).getFirst();
        assertThat(measures(reading)).containsEntry("missingLookups", 1_200.0);
        assertThat(reading.behaviour().roles()).hasSize(3);
        assertThat(found(FLOOD, lookups(1_200, 100, ADDRESS, NO_SUCH_NAME, i -> "host" + i % 40 + ".old.example.com")))
                .isEmpty();
    }
}
