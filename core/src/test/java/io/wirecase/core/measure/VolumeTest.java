package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VolumeTest {

    @Test
    void amountsThatVaryByASixthAreNotCalledFixedWhenHalfOfThemDiffer() {
        Volume volume = Volume.of(new long[] {355, 419, 355, 419, 355, 419});

        assertThat(volume.min()).isEqualTo(355);
        assertThat(volume.max()).isEqualTo(419);
        assertThat(volume.median()).isEqualTo(387);
        assertThat(volume.consistency()).isCloseTo(1 - 1.4826 * 32 / 387, within(1e-9));
        assertThat(volume.band()).isEqualTo(Volume.Band.TIGHT);
    }

    @Test
    void aConsistencyNeedsSixFlows() {
        Volume volume = Volume.of(new long[] {10, 10, 10, 10, 10});

        assertThat(volume.consistency()).isNull();
        assertThat(volume.band()).isNull();
        assertThat(volume.total()).isEqualTo(50);
    }

    @Test
    void symmetryNamesWhoSentMore() {
        assertThat(Symmetry.of(5_500, 25_000).shape()).isEqualTo(Symmetry.Shape.DOWNLOAD);
        assertThat(Symmetry.of(25_000, 5_500).shape()).isEqualTo(Symmetry.Shape.UPLOAD);
        assertThat(Symmetry.of(355, 405).shape()).isEqualTo(Symmetry.Shape.BALANCED);
        assertThat(Symmetry.of(0, 0).value()).isNull();
        assertThat(Symmetry.of(0, 0).shape()).isNull();
    }
}
