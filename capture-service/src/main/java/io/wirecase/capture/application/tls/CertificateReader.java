package io.wirecase.capture.application.tls;

import io.wirecase.core.flow.TlsCertificate;
import io.wirecase.core.flow.UntrustedText;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAKey;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Reads one X.509 certificate with the platform's reader. */
final class CertificateReader {

    private static final int SEQUENCE = 0x30;
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final int MAX_TEXT = 512;
    private static final int MAX_SERIAL = 40;

    private CertificateReader() {}

    /**
     * Reads a certificate.
     *
     * @param sha256 its digest, hex
     * @return null when the platform does not take it for one
     */
    static KnownCertificates.@Nullable Known read(byte[] der, String sha256) {
        if (der.length == 0 || (der[0] & 0xFF) != SEQUENCE) {
            return null;
        }
        try {
            Object read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return read instanceof X509Certificate certificate ? known(certificate, der, sha256) : null;
        } catch (CertificateException | RuntimeException hostile) {
            // The platform's reader has thrown all kinds at bytes that are no certificate; whatever it says, it is none.
            return null;
        }
    }

    private static KnownCertificates.Known known(X509Certificate certificate, byte[] der, String sha256) {
        CertificateNames names = CertificateNames.read(certificate.getExtensionValue(SUBJECT_ALT_NAME));
        String sha1 = KnownCertificates.digest("SHA-1", der);
        return new KnownCertificates.Known(
                facts(certificate, names.kept(), sha256, sha1), facts(certificate, List.of(), sha256, sha1), names);
    }

    private static TlsCertificate facts(
            X509Certificate certificate, List<UntrustedText> names, String sha256, String sha1) {
        X500Principal subject = certificate.getSubjectX500Principal();
        X500Principal issuer = certificate.getIssuerX500Principal();
        PublicKey key = certificate.getPublicKey();
        int kept = Math.min(names.size(), TlsCertificate.MAX_NAMES);
        return new TlsCertificate(
                text(subject),
                text(issuer),
                names.subList(0, kept),
                names.size() - kept,
                seconds(certificate.getNotBefore()),
                seconds(certificate.getNotAfter()),
                cut(certificate.getSerialNumber().toString(16), MAX_SERIAL),
                key.getAlgorithm(),
                bits(key),
                certificate.getSigAlgName(),
                sha256,
                sha1,
                subject.equals(issuer));
    }

    private static @Nullable Integer bits(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
            case DSAPublicKey dsa when dsa.getParams() != null -> dsa.getParams()
                    .getP()
                    .bitLength();
            // RFC 8032: the b of Ed25519 and Ed448.
            case EdECPublicKey ed -> ed.getParams().getName().equals("Ed448") ? 456 : 256;
            default -> null;
        };
    }

    private static UntrustedText text(X500Principal name) {
        return new UntrustedText(cut(name.getName(X500Principal.RFC2253), MAX_TEXT));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static long seconds(Date date) {
        return date.toInstant().getEpochSecond();
    }
}
