package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EntropyTest {

    @Test
    void alikeSymbolsHaveNoneAndEvenOnesTheLogarithmOfTheirNumber() {
        assertThat(Entropy.ofCounts(new int[] {0, 0})).isZero();
        assertThat(Entropy.ofCounts(new int[] {7, 0})).isZero();
        assertThat(Entropy.ofCounts(new int[] {3, 3, 3, 3})).isEqualTo(2, within(1e-9));
        assertThat(Entropy.ofText("abcdefgh")).isEqualTo(3, within(1e-9));
    }

    @Test
    void aTextsEntropyIgnoresDots() {
        assertThat(Entropy.ofText("ab.cd.ef.gh")).isEqualTo(Entropy.ofText("abcdefgh"));
        assertThat(Entropy.ofText("")).isZero();
    }

    @Test
    void aHostNameHasLessThanAHashAndAHashLessThanCodedData() {
        double host = Entropy.ofText("static-assets-eu-west");
        double hash = Entropy.ofText("9f86d081884c7d659a2feaa0c55ad015");
        double data = Entropy.ofText("mfrggzdfmztwq2lknnwg23tpobyxe43uov3ho6dzpiydcmrtgq2tmnzyhe");
        assertThat(host).isLessThan(3.6);
        assertThat(hash).isBetween(3.3, 3.9);
        assertThat(data).isGreaterThan(4.2);
    }
}
