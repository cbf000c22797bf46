package io.wirecase.capture.application.tls;

import io.wirecase.core.flow.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fingerprints of a ClientHello: JA3 (the public description of 2017) and JA4 (FoxIO's JA4 specification, BSD-3
 * licensed). They name the library that wrote the hello, not who sent it.
 */
final class Fingerprints {

    /** JA4: the transport letters. QUIC has a third. */
    private static final char TCP = 't';

    private static final char DTLS = 'd';

    private static final int HASH_CHARS = 12;
    private static final int MOST = 99;
    private static final String EMPTY_HASH = "000000000000";

    private Fingerprints() {}

    /** JA3: MD5 in hex over version, ciphers, extensions, groups and point formats, in the order sent. */
    static String ja3(ClientHello hello) {
        String text = String.join(
                ",",
                Integer.toString(hello.version()),
                dashed(hello.ciphers()),
                dashed(hello.extensions()),
                dashed(hello.groups()),
                hello.pointFormats().stream().map(String::valueOf).collect(Collectors.joining("-")));
        return HexFormat.of().formatHex(digest("MD5", text));
    }

    /** JA4: a readable part, then the hashes of sorted ciphers and of sorted extensions with signature algorithms. */
    static String ja4(ClientHello hello) {
        return ja4(hello, hello.datagram() ? DTLS : TCP);
    }

    /** JA4 with the letter of the transport: {@code t} for TCP, {@code d} for DTLS, {@code q} for QUIC. */
    static String ja4(ClientHello hello, char transport) {
        List<Integer> ciphers = Grease.without(hello.ciphers());
        List<Integer> extensions = Grease.without(hello.extensions());
        char named = extensions.contains(ClientHello.SERVER_NAME) ? 'd' : 'i';
        String readable = transport + version(hello) + named + count(ciphers) + count(extensions) + alpn(hello.alpn());
        return readable + "_" + hash(sortedHex(ciphers)) + "_" + extensionHash(hello, extensions);
    }

    private static String count(List<Integer> values) {
        int count = Math.min(values.size(), MOST);
        return count < 10 ? "0" + count : Integer.toString(count);
    }

    private static String extensionHash(ClientHello hello, List<Integer> extensions) {
        String sorted = sortedHex(extensions.stream()
                .filter(type -> type != ClientHello.SERVER_NAME && type != ClientHello.ALPN)
                .toList());
        String signatures = hex(Grease.without(hello.signatures()));
        return hash(signatures.isEmpty() ? sorted : sorted + "_" + signatures);
    }

    private static String version(ClientHello hello) {
        List<Integer> offered = Grease.without(hello.versions());
        int highest = hello.version();
        if (!offered.isEmpty()) {
            highest = hello.datagram()
                    ? offered.stream().min(Integer::compare).orElseThrow()
                    : offered.stream().max(Integer::compare).orElseThrow();
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

    private static String dashed(List<Integer> values) {
        return Grease.without(values).stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    private static String sortedHex(List<Integer> values) {
        return hex(values.stream().sorted().toList());
    }

    private static String hex(List<Integer> values) {
        HexFormat hex = HexFormat.of();
        return values.stream().map(value -> hex.toHexDigits(value.shortValue())).collect(Collectors.joining(","));
    }

    private static String hash(String text) {
        if (text.isEmpty()) {
            return EMPTY_HASH;
        }
        return HexFormat.of().formatHex(digest("SHA-256", text)).substring(0, HASH_CHARS);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
