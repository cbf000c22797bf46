package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Facts;
import io.wirecase.core.flow.UntrustedText;
import org.jspecify.annotations.Nullable;

/** Reads a conversation over TCP, says what it is and tells what it showed. */
public interface StreamDialog extends StreamDecoder {

    /** What it is by its bytes; {@link Application#UNKNOWN} when they do not tell. */
    Application application();

    /** Tells what was read so far; leaves alone what it knows nothing of. */
    void tell(Facts.Draft facts);

    /** The host name the client asked the server for, or null as long as none was seen. */
    default @Nullable UntrustedText askedName() {
        return null;
    }
}
