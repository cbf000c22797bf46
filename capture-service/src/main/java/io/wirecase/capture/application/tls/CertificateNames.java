package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The DNS names and addresses of a subjectAltName extension (RFC 5280 section 4.2.1.6), read from its bytes: the
 * platform's reader gives nothing of one that holds an invalid name, and just those are of interest.
 *
 * @param kept in order, hostile text as it is
 * @param all whether the limits left none out
 */
record CertificateNames(List<UntrustedText> kept, boolean all) {

    private static final int DNS = 0x82;
    private static final int ADDRESS = 0x87;
    private static final int MAX_NAMES = 512;
    private static final int MAX_CHARS = 16 * 1024;

    CertificateNames {
        kept = List.copyOf(kept);
    }

    /**
     * Reads an extension's value as the platform gives it: in an OCTET STRING.
     *
     * @param extension null gives no names
     */
    static CertificateNames read(byte @Nullable [] extension) {
        List<UntrustedText> names = new ArrayList<>();
        if (extension == null) {
            return new CertificateNames(names, true);
        }
        ByteReader in = new ByteReader(extension, 0, extension.length);
        ByteReader list = Der.enter(Der.enter(in, Der.OCTET_STRING), Der.SEQUENCE);
        int chars = 0;
        boolean all = true;
        while (list.remaining() > 1 && !list.overrun()) {
            int tag = list.u8();
            UntrustedText name = name(tag, list.slice(Der.length(list)));
            if (name != null && (names.size() >= MAX_NAMES || chars > MAX_CHARS)) {
                all = false;
            } else if (name != null) {
                names.add(name);
                chars += name.raw().length();
            }
        }
        return new CertificateNames(names, all);
    }

    private static @Nullable UntrustedText name(int tag, ByteReader value) {
        return switch (tag) {
            case DNS -> value.text(value.remaining());
            case ADDRESS ->
                value.length() == 4 || value.length() == 16
                        ? new UntrustedText(
                                IpAddress.of(value.take(value.length())).toString())
                        : null;
            default -> null;
        };
    }

    /**
     * Whether one of them is for a name (RFC 9525 section 6).
     *
     * @return null when there are none, or when none that was kept is and not all were
     */
    @Nullable
    Boolean cover(UntrustedText name) {
        String asked = name.raw().toLowerCase(Locale.ROOT);
        for (UntrustedText own : kept) {
            if (covers(own.raw().toLowerCase(Locale.ROOT), asked)) {
                return true;
            }
        }
        return kept.isEmpty() || !all ? null : false;
    }

    private static boolean covers(String own, String asked) {
        if (own.equals(asked)) {
            return true;
        }
        int dot = asked.indexOf('.');
        return dot > 0 && own.startsWith("*.") && own.substring(1).equals(asked.substring(dot));
    }
}
