package io.wirecase.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessKeyTest {

    private final AccessKey key = new AccessKey("s3cret\n");

    @Test
    void theKeyPassesAsBearerAsHeaderAndAsPassword() {
        String basic = Base64.getEncoder().encodeToString("anybody:s3cret".getBytes(StandardCharsets.UTF_8));

        assertThat(key.admits(Optional.of("Bearer s3cret"), Optional.empty())).isTrue();
        assertThat(key.admits(Optional.of("bearer  s3cret "), Optional.empty())).isTrue();
        assertThat(key.admits(Optional.of("Basic " + basic), Optional.empty())).isTrue();
        assertThat(key.admits(Optional.empty(), Optional.of("s3cret"))).isTrue();
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(key.admits(Optional.empty(), Optional.empty())).isFalse();
        assertThat(key.admits(Optional.of("Bearer s3cre"), Optional.empty())).isFalse();
        assertThat(key.admits(Optional.of("s3cret"), Optional.empty())).isFalse();
        assertThat(key.admits(Optional.of("Basic !!!"), Optional.empty())).isFalse();
        assertThat(key.admits(Optional.of("Bearer "), Optional.of(""))).isFalse();
    }

    @Test
    void anEmptyKeyIsNoKey() {
        assertThatThrownBy(() -> new AccessKey(" \n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theKeyIsNotInItsText() {
        assertThat(key.toString()).doesNotContain("s3cret");
    }
}
