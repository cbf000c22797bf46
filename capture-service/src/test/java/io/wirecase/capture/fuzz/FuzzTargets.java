package io.wirecase.capture.fuzz;

import io.wirecase.core.net.Transport;
import java.util.List;

/** The catalog of targets. */
final class FuzzTargets {

    private static final List<FuzzTarget> ALL = List.of(
            new ReaderTarget(),
            new CaptureTarget(),
            new PacketTarget(),
            new TalkTarget(Transport.TCP),
            new TalkTarget(Transport.UDP),
            new QuicTarget());

    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return ALL;
    }

    static FuzzTarget named(String name) {
        return ALL.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target " + name + "; there are "
                        + ALL.stream().map(FuzzTarget::name).toList()));
    }
}
