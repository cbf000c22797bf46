package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** Reads a conversation over TCP, says what it is and tells what it showed. */
public interface StreamDialog extends StreamDecoder {

    /** Bytes that a decoder with a few notes and nothing gathered takes. */
    int FEW_NOTES = 1024;

    /** What it is by its bytes; {@link Application#UNKNOWN} when they do not tell. */
    Application application();

    /** Tells what was read so far; leaves alone what it knows nothing of. */
    void tell(Facts.Draft facts);

    /**
     * Bytes of memory it takes, roughly: what it gathers by its real size, notes by what they usually need. It changes
     * with {@link #data} and {@link #gap} alone and is asked for after each, so it sums up a few fields.
     */
    default int held() {
        return FEW_NOTES;
    }

    /** The host name the client asked the server for, or null as long as none was seen. */
    default @Nullable UntrustedText askedName() {
        return null;
    }
}
