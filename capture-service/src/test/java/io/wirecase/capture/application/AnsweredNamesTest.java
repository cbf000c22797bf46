package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.NameConflict;
import io.wirecase.core.net.IpAddress;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnsweredNamesTest {

    private static final IpAddress CLIENT = IpAddress.of("192.168.50.71");
    private static final IpAddress GIVEN = IpAddress.of("185.125.190.17");
    private static final IpAddress OTHER = IpAddress.of("203.0.113.9");
    private static final String NAME = "connectivity-check.ubuntu.com";

    private final AnsweredNames names = new AnsweredNames(2);

    @Test
    void anAddressThatNoAnswerGaveConflicts() {
        names.learn(CLIENT, NAME, Set.of(GIVEN), new AnsweredNames.Answered(100, 7, 1000));

        NameConflict conflict = Objects.requireNonNull(names.conflict(CLIENT, NAME, OTHER, 500));

        assertThat(conflict.packet()).isEqualTo(7);
        assertThat(conflict.addresses()).isEqualTo(1);
        assertThat(names.conflict(CLIENT, NAME, GIVEN, 500)).isNull();
    }

    @Test
    void whatWasNotSeenSaysNothing() {
        assertThat(names.conflict(CLIENT, NAME, OTHER, 500)).isNull();

        names.learn(CLIENT, NAME, Set.of(GIVEN), new AnsweredNames.Answered(100, 7, 1000));

        assertThat(names.conflict(CLIENT, "other.example", OTHER, 500)).isNull();
        assertThat(names.conflict(OTHER, NAME, OTHER, 500)).isNull();
        assertThat(names.conflict(CLIENT, NAME, OTHER, 1001)).isNull();
        assertThat(names.conflict(CLIENT, NAME, IpAddress.of("2001:db8::1"), 500))
                .isNull();
    }

    @Test
    void anAddressOfAnEarlierAnswerThatStillLastsDoesNotConflict() {
        names.learn(CLIENT, NAME, Set.of(GIVEN), new AnsweredNames.Answered(100, 7, 1000));
        names.learn(CLIENT, NAME, Set.of(OTHER), new AnsweredNames.Answered(200, 9, 1100));

        assertThat(names.conflict(CLIENT, NAME, GIVEN, 900)).isNull();
    }

    @Test
    void theOldestNamesMakeRoom() {
        for (String name : new String[] {"a.example", "b.example", "c.example"}) {
            names.learn(CLIENT, name, Set.of(GIVEN), new AnsweredNames.Answered(100, 7, 1000));
        }

        assertThat(names.conflict(CLIENT, "a.example", OTHER, 500)).isNull();
        assertThat(names.conflict(CLIENT, "c.example", OTHER, 500)).isNotNull();
    }
}
