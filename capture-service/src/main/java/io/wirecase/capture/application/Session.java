package io.wirecase.capture.application;

import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reads the payload of one flow, or of a tunnel inside one. */
interface Session extends StreamDialog {

    /** What it carries by its bytes; {@link Application#UNKNOWN} when they do not tell. */
    @Override
    Application application();

    /** The host name the client asked the server for, or null as long as none was seen. */
    @Override
    @Nullable
    UntrustedText askedName();

    /** Says what the connection carried before it fell silent. */
    default void resume(List<String> carried) {
        // Datagrams stand alone.
    }

    /** Tells what was read so far; leaves alone what it knows nothing of. */
    @Override
    void tell(Facts.Draft facts);
}
