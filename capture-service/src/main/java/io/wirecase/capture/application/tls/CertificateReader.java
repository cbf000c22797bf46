package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.net.UntrustedText;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Reads one X.509 certificate with the platform's reader. */
final class CertificateReader {

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
        if (der.length == 0 || der[0] != Der.SEQUENCE) {
            return null;
        }
        try {
            Object read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return read instanceof X509Certificate certificate ? known(certificate, der, sha256) : null;
        } catch (CertificateException | RuntimeException hostile) {
            // The platform's reader has thrown all kinds at bytes that are no certificate; whatever it says, it is
            // none.
            return null;
        }
    }

    private static KnownCertificates.@Nullable Known known(X509Certificate certificate, byte[] der, String sha256) {
        ByteReader validity = validity(der);
        Long notBefore = Der.seconds(validity);
        Long notAfter = Der.seconds(validity);
        if (notBefore == null || notAfter == null) {
            return null;
        }
        CertificateNames names = CertificateNames.read(certificate.getExtensionValue(SUBJECT_ALT_NAME));
        int kept = Math.min(names.kept().size(), TlsCertificate.MAX_NAMES);
        X500Principal subject = certificate.getSubjectX500Principal();
        X500Principal issuer = certificate.getIssuerX500Principal();
        PublicKey key = certificate.getPublicKey();
        TlsCertificate own = new TlsCertificate(
                text(subject),
                text(issuer),
                names.kept().subList(0, kept),
                names.kept().size() - kept,
                notBefore,
                notAfter,
                cut(certificate.getSerialNumber().toString(16), MAX_SERIAL),
                key.getAlgorithm(),
                bits(key),
                certificate.getSigAlgName(),
                sha256,
                KnownCertificates.digest("SHA-1", der),
                subject.equals(issuer));
        return new KnownCertificates.Known(own, nameless(own), names);
    }

    private static TlsCertificate nameless(TlsCertificate all) {
        return new TlsCertificate(
                all.subject(),
                all.issuer(),
                List.of(),
                all.omittedNames() + all.names().size(),
                all.notBeforeSeconds(),
                all.notAfterSeconds(),
                all.serial(),
                all.keyAlgorithm(),
                all.keyBits(),
                all.signatureAlgorithm(),
                all.sha256(),
                all.sha1(),
                all.selfIssued());
    }

    /**
     * The two times of a certificate (RFC 5280 section 4.1). The platform gives them only in a type of old that this
     * house does without.
     */
    private static ByteReader validity(byte[] der) {
        ByteReader body = Der.enter(Der.enter(new ByteReader(der, 0, der.length), Der.SEQUENCE), Der.SEQUENCE);
        Der.skip(body, Der.CONTEXT_0);
        Der.skip(body, Der.INTEGER);
        Der.enter(body, Der.SEQUENCE);
        Der.enter(body, Der.SEQUENCE);
        return Der.enter(body, Der.SEQUENCE);
    }

    private static @Nullable Integer bits(PublicKey key) {
        return switch (key) {
            case RSAKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength();
            case DSAPublicKey dsa
            when dsa.getParams() != null -> dsa.getParams().getP().bitLength();
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
}
