package io.wirecase.capture.live;

import static org.junit.jupiter.api.Assumptions.abort;

/** Opens interfaces of this machine, or skips the test with a notice that is seen in the output. */
final class Loopback {

    private Loopback() {}

    static LiveInterface open(String networkInterface, String filter) {
        return open(LiveSettings.usual(networkInterface, "here", filter));
    }

    static LiveInterface open(LiveSettings settings) {
        return switch (LiveInterface.open(settings)) {
            case LiveInterface.Opened(LiveInterface live) -> live;
            case LiveInterface.Refused(Refusal refusal) -> {
                if (refusal.kind() == Refusal.Kind.NO_LIBRARY || refusal.kind() == Refusal.Kind.NO_RIGHT) {
                    System.getLogger(Loopback.class.getName())
                            .log(
                                    System.Logger.Level.WARNING,
                                    "notice: SKIPPED a test of live capture: " + refusal.reason());
                    yield abort("no live capture here: " + refusal.reason());
                }
                throw new AssertionError(refusal.reason());
            }
        };
    }
}
