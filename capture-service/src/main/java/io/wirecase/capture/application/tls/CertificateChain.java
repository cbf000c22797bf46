package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificates that one side showed (RFC 5246 section 7.4.2), read as they come. */
final class CertificateChain {

    private static final int LIST_HEADER = 3;
    /** Chains have two to five certificates; what goes on beyond this is counted as one more. */
    private static final int MAX_READ = 16;

    private final List<TlsCertificate> certificates = new ArrayList<>(3);
    private @Nullable CertificateNames own;
    private int used;
    private int count;
    private int omitted;
    private int unreadable;

    /**
     * Reads a Certificate message as far as it came; when it is given again with more, goes on where it had stopped.
     *
     * @param body the message from its first byte
     */
    void read(ByteReader body) {
        body.skip(used == 0 ? LIST_HEADER : used);
        while (body.remaining() > 3 && count <= MAX_READ) {
            int length = body.u24();
            if (length > body.remaining()) {
                return;
            }
            byte[] der = body.take(length);
            used = body.position();
            add(der);
        }
    }

    private void add(byte[] der) {
        boolean first = count == 0;
        count++;
        if (certificates.size() >= TlsCertificates.MAX_SHOWN || count > MAX_READ) {
            omitted++;
            return;
        }
        KnownCertificates.Known known = KnownCertificates.read(der);
        if (known == null) {
            unreadable++;
            return;
        }
        certificates.add(first ? known.own() : known.further());
        if (first) {
            own = known.names();
        }
    }

    boolean seen() {
        return count > 0;
    }

    List<TlsCertificate> certificates() {
        return certificates;
    }

    int omitted() {
        return omitted;
    }

    int unreadable() {
        return unreadable;
    }

    /** Whether the side's own certificate is for a name; null when it has no names or was not read. */
    @Nullable
    Boolean covers(UntrustedText name) {
        CertificateNames names = own;
        return names == null ? null : names.cover(name);
    }
}
