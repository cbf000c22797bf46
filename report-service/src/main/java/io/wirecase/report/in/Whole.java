package io.wirecase.report.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.FlowBlock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was decoded has every member that must be there. JSON and Smile leave absent members null whatever the
 * types say, and one such record must not stop the reader.
 */
final class Whole {

    private Whole() {}

    static boolean flow(@Nullable Flow flow) {
        return flow != null
                && all(
                        flow.id(),
                        flow.origin(),
                        flow.key(),
                        flow.span(),
                        flow.traffic(),
                        flow.ending(),
                        flow.application(),
                        flow.facts(),
                        flow.activity())
                && all(flow.origin().captureId(), flow.origin().site())
                && all(flow.key().transport())
                && endpoint(flow.key().originator())
                && endpoint(flow.key().responder())
                && all(flow.traffic().originator(), flow.traffic().responder())
                && all(flow.application().from());
    }

    static boolean alert(@Nullable Alert alert) {
        return alert != null
                && all(alert.id(), alert.status(), alert.kind(), alert.site(), alert.subject(), alert.evidence())
                && all(alert.subject().type(), alert.subject().host())
                && !alert.captures().isEmpty();
    }

    static boolean block(FlowBlock block) {
        return all(block.captureId(), block.site());
    }

    static boolean marker(EndMarker marker) {
        return all(marker.captureId());
    }

    static boolean state(CaptureState state) {
        return all(state.id(), state.site(), state.name(), state.state(), state.sensor(), state.sha256());
    }

    private static boolean endpoint(@Nullable Endpoint endpoint) {
        return endpoint != null && all(endpoint.address());
    }

    private static boolean all(@Nullable Object... members) {
        return Stream.of(members).allMatch(Objects::nonNull);
    }
}
