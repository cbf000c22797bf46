package io.wirecase.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static Accounts noting(String... notes) {
        return new Accounts(9, 9, Map.of(), 0, 880, 1L, 2L, "us", List.of("ETHERNET"), 1, 0, List.of(notes));
    }

    @Test
    void packetsTheRecorderLostAreReadFromTheNoteThatSaysSo() {
        assertThat(noting("reading ended at byte 7", Accounts.lost(12)).dropped())
                .isEqualTo(12);
        assertThat(noting(Accounts.lost(0)).dropped()).isZero();
    }

    @Test
    void withoutSuchANoteLossIsNotKnown() {
        assertThat(noting("reading ended at byte 7", "many" + Accounts.LOST).dropped())
                .isNull();
    }
}
