package io.wirecase.detection.access;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Readings.holding;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves, told from what goes to its place day by day. */
class ExfiltrationTest {

    private static final long DAY = 86_400_000;
    private static final AccessLimits LIMITS = AccessLimits.DEFAULT;
    private static final Networks NETWORKS = Networks.PRIVATE;

    /** A few days of little, and what a job takes to its store each night. */
    private static List<Flow> nights(int nights, long bytes) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            flows.add(flow().number(i)
                    .at(i * 5_400_000L)
                    .server("45.2.0." + i % 12, 443)
                    .sent(400, 300_000)
                    .answered(900, 900_000)
                    .build());
        }
        for (int night = 0; night < nights; night++) {
            flows.add(upload("45.7.7.7", night * DAY + 7_000_000 + night * 60_000L, bytes + night * 1_000_000L, 0));
        }
        return flows;
    }

    @Test
    void whatGoesToItsPlaceEachNightIsAJobAndWhatGoesElsewhereBesideItIsNot() {
        Exfiltration exfiltration = new Exfiltration(LIMITS, NETWORKS);
        assertThat(holding(exfiltration, nights(1, 900_000_000))).hasSize(1);
        List<Flow> backed = nights(3, 900_000_000);
        assertThat(holding(exfiltration, backed)).isEmpty();
        backed.add(upload("45.9.9.9", DAY + 30_000_000, 120_000_000, 0));
        assertThat(holding(exfiltration, backed)
                        .getFirst()
                        .findings()
                        .getFirst()
                        .observed())
                .isNotNull()
                .satisfies(observed -> assertThat(observed.raw()).contains("45.9.9.9"));
    }

    @Test
    void whatTricklesAwayAllDayIsNoJobThoughItGoesOnTheNextDay() {
        List<Flow> trickle = nights(0, 0);
        for (int hour = 0; hour < 36; hour++) {
            trickle.add(upload("45.9.9.9", hour * 3_600_000L, 50_000_000, 0));
        }
        assertThat(holding(new Exfiltration(LIMITS, NETWORKS), trickle)).hasSize(1);
    }

    @Test
    void anHourNeedNotBeginWithTheClock() {
        Exfiltration exfiltration = new Exfiltration(LIMITS, NETWORKS);
        List<Flow> pieces = nights(0, 0);
        for (int i = 0; i < 6; i++) {
            pieces.add(upload("45.9.9.9", DAY + 3_600_000 * 5 - 1_200_000 + i * 500_000L, 4_000_000, 0));
        }
        assertThat(holding(exfiltration, pieces).getFirst().behaviour().flows()).isEqualTo(6);
        List<Flow> apart = nights(0, 0);
        for (int i = 0; i < 6; i++) {
            apart.add(upload("45.9.9.9", DAY + i * 1_200_000L, 4_000_000, 0));
        }
        assertThat(holding(exfiltration, apart)).isEmpty();
    }

    private static Flow upload(String to, long atMillis, long sent, long received) {
        return flow().number(999 + atMillis)
                .at(atMillis)
                .lasting(900_000)
                .server(to, 443)
                .sent(sent / 1_200, sent)
                .answered(sent / 2_400, received)
                .build();
    }
}
