package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the datagrams of one flow. Bounded in memory; no bytes make it throw. Keeps no reference to their array. */
public interface DatagramDecoder {

    /**
     * Reads a datagram.
     *
     * @return whether it is of this protocol; what is not changes nothing
     */
    boolean read(Datagram datagram);

    /** The names the flow goes by, from the carrier inwards; never empty. */
    List<String> stack();

    /** Whether another datagram can still change what it tells. */
    boolean wantsMore();

    /** Bytes of memory it takes, roughly; it changes with {@link #read} alone. */
    default int held() {
        return StreamDialog.FEW_NOTES;
    }

    /** The host name the client asked the server for, or null as long as none was seen. */
    default @Nullable UntrustedText askedName() {
        return null;
    }

    /** Tells what was read so far; leaves alone what it knows nothing of. */
    void tell(Facts.Draft facts);
}
