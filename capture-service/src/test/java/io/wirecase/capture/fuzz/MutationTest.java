package io.wirecase.capture.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.capture.CaptureFormat;
import org.junit.jupiter.api.Test;

/** Generated captures, damaged in many ways, are read and their accounts add up. */
class MutationTest {

    private static final int PACKETS = 120;
    private static final int EACH = 8;

    @Test
    void everyGeneratedCaptureIsReadHoweverItIsCutOrChanged() {
        Mutations mutations = new Mutations();
        CaptureFormat[] formats = CaptureFormat.values();
        for (int fixture = 0; fixture < Seeds.fixtures(); fixture++) {
            CaptureFormat format = formats[fixture % formats.length];
            mutations.of("fixture " + fixture, Seeds.capture(fixture, format, PACKETS), fixture, EACH);
        }

        assertThat(mutations.faults()).isEmpty();
        assertThat(mutations.summary()).startsWith(Seeds.fixtures() * (2 * EACH + 1) + " variants, ");
    }
}
