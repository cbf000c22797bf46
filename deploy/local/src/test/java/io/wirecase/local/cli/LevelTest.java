package io.wirecase.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When --fail-on fails. */
class LevelTest {

    @Test
    void aLevelIsReachedByItselfAndByWorse() {
        assertThat(Level.SUSPICIOUS.isReachedBy("benign")).isFalse();
        assertThat(Level.SUSPICIOUS.isReachedBy("suspicious")).isTrue();
        assertThat(Level.SUSPICIOUS.isReachedBy("malicious")).isTrue();
    }

    @Test
    void aWordThatIsNoLevelDoesNotPassAsHarmless() {
        assertThat(Level.MALICIOUS.isReachedBy("")).isTrue();
        assertThat(Level.MALICIOUS.isReachedBy("unheard-of")).isTrue();
    }
}
