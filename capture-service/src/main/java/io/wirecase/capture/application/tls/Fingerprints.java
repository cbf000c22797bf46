package io.wirecase.capture.application.tls;

import io.wirecase.core.net.UntrustedText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Fingerprints of hellos: JA3 and JA3S (the public description of 2017) and JA4 (FoxIO's JA4 specification, BSD-3
 * licensed). They name the library that wrote the hello, not who sent it.
 */
final class Fingerprints {

    /** JA4: the transport letters. */
    static final char TCP = 't';

    static final char DTLS = 'd';
    static final char QUIC = 'q';

    private static final int HASH_CHARS = 12;
    private static final int MOST = 99;
    private static final String EMPTY_HASH = "000000000000";

    private Fingerprints() {}

    /** JA3: MD5 in hex over version, ciphers, extensions, groups and point formats, in the order sent. */
    static String ja3(ClientHello hello) {
        FingerprintText text = new FingerprintText()
                .decimal(hello.version())
                .put(',')
                .decimals(Grease.without(hello.ciphers()))
                .put(',')
                .decimals(Grease.without(hello.extensions().types()))
                .put(',')
                .decimals(Grease.without(hello.extensions().groups()))
                .put(',')
                .decimals(hello.extensions().pointFormats());
        return HexFormat.of().formatHex(text.digest(digest("MD5")));
    }

    /** JA3S: MD5 in hex over a ServerHello's version, cipher and extensions, in the order sent. */
    static String ja3s(ServerHello hello) {
        FingerprintText text = new FingerprintText()
                .decimal(hello.legacyVersion())
                .put(',')
                .decimal(hello.cipher())
                .put(',')
                .decimals(hello.extensions());
        return HexFormat.of().formatHex(text.digest(digest("MD5")));
    }

    /**
     * JA4: a readable part, then the hashes of sorted ciphers and of sorted extensions with signature algorithms.
     *
     * @param transport the letter of the transport
     */
    static String ja4(ClientHello hello, char transport) {
        int[] ciphers = Grease.without(hello.ciphers());
        int[] extensions = Grease.without(hello.extensions().types());
        char named = hello.extensions().has(ClientExtensions.SERVER_NAME) ? 'd' : 'i';
        return transport
                + version(hello)
                + named
                + count(ciphers)
                + count(extensions)
                + alpn(hello.alpn())
                + "_"
                + hash(new FingerprintText().hex(sorted(ciphers)))
                + "_"
                + hash(extensionText(hello, extensions));
    }

    private static String count(int[] values) {
        int count = Math.min(values.length, MOST);
        return count < 10 ? "0" + count : Integer.toString(count);
    }

    private static FingerprintText extensionText(ClientHello hello, int[] extensions) {
        int[] sorted = sorted(Arrays.stream(extensions)
                .filter(type -> type != ClientExtensions.SERVER_NAME && type != ClientExtensions.ALPN)
                .toArray());
        int[] signatures = Grease.without(hello.extensions().signatures());
        FingerprintText text = new FingerprintText().hex(sorted);
        return signatures.length == 0 ? text : text.put('_').hex(signatures);
    }

    private static String version(ClientHello hello) {
        int[] offered = Grease.without(hello.extensions().versions());
        int highest = hello.version();
        if (offered.length > 0) {
            Arrays.sort(offered);
            highest = hello.datagram() ? offered[0] : offered[offered.length - 1];
        }
        return switch (highest) {
            case 0x0304 -> "13";
            case 0x0303 -> "12";
            case 0x0302 -> "11";
            case 0x0301 -> "10";
            case 0x0300 -> "s3";
            case 0x0002 -> "s2";
            case 0xFEFF -> "d1";
            case 0xFEFD -> "d2";
            case 0xFEFC -> "d3";
            default -> "00";
        };
    }

    /** First and last character of the first protocol; of bytes that are no letters or digits, of their hex. */
    private static String alpn(List<UntrustedText> offered) {
        if (offered.isEmpty() || offered.getFirst().raw().isEmpty()) {
            return "00";
        }
        String first = offered.getFirst().raw();
        char begin = first.charAt(0);
        char end = first.charAt(first.length() - 1);
        if (alphanumeric(begin) && alphanumeric(end)) {
            return "" + begin + end;
        }
        HexFormat hex = HexFormat.of();
        return "" + hex.toHighHexDigit(begin) + hex.toLowHexDigit(end);
    }

    private static boolean alphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static int[] sorted(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static String hash(FingerprintText text) {
        if (text.isEmpty()) {
            return EMPTY_HASH;
        }
        return HexFormat.of().formatHex(text.digest(digest("SHA-256")), 0, HASH_CHARS / 2);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
