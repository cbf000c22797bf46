package io.wirecase.capture.source;

import org.jspecify.annotations.Nullable;

/** The first four bytes of files, read as a big-endian number. */
final class Magic {

    static final int PCAP_MICROS = 0xA1B2C3D4;
    static final int PCAP_MICROS_SWAPPED = 0xD4C3B2A1;
    static final int PCAP_NANOS = 0xA1B23C4D;
    static final int PCAP_NANOS_SWAPPED = 0x4D3CB2A1;
    /** Kuznetzov's pcap, whose record headers have eight more bytes. */
    static final int PCAP_LONG = 0xA1B2CD34;

    static final int PCAP_LONG_SWAPPED = 0x34CDB2A1;
    static final int PCAPNG = 0x0A0D0D0A;

    private static final int ZSTD = 0x28B52FFD;
    /** Sixteen of them: the low half byte of the first byte is free. */
    private static final int ZSTD_SKIPPABLE = 0x502A4D18;

    private static final int GZIP = 0x1F8B;

    private Magic() {}

    /** The first four bytes at a place; missing ones count as zero. */
    static int of(byte[] head) {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = value << 8 | (i < head.length ? head[i] & 0xFF : 0);
        }
        return value;
    }

    static boolean gzip(int magic) {
        return magic >>> 16 == GZIP;
    }

    static boolean zstd(int magic) {
        return magic == ZSTD || (magic & 0xF0FF_FFFF) == ZSTD_SKIPPABLE;
    }

    static boolean compressed(int magic) {
        return gzip(magic) || zstd(magic);
    }

    /** Whether it is a classic pcap of any kind that is read. */
    static boolean pcap(int magic) {
        return switch (magic) {
            case PCAP_MICROS, PCAP_MICROS_SWAPPED, PCAP_NANOS, PCAP_NANOS_SWAPPED, PCAP_LONG, PCAP_LONG_SWAPPED -> true;
            default -> false;
        };
    }

    /** Why we do not read a content that starts so, or null when we do. */
    static @Nullable String refusal(int magic) {
        if (pcap(magic) || magic == PCAPNG) {
            return null;
        }
        if (compressed(magic)) {
            return "compressed twice, which is not read; expand it once";
        }
        return switch (magic) {
            case 0xA1B234CD, 0xCD34B2A1, 0xA1E2CB12, 0x12CBE2A1 ->
                "a vendor's variant of pcap, which is not read; convert it to pcapng";
            case 0x736E6F6F -> "a snoop file, which is not read; convert it to pcapng";
            case 0x474D4255, 0x52545353 -> "a Network Monitor file, which is not read; convert it to pcapng";
            case 0xFD377A58 -> "compressed with xz, which is not read; expand it, or use gzip or zstd";
            case 0x04224D18 -> "compressed with lz4, which is not read; expand it, or use gzip or zstd";
            case 0x504B0304 -> "a zip archive, not a capture; unpack it first";
            default ->
                magic >>> 8 == 0x425A68
                        ? "compressed with bzip2, which is not read; expand it, or use gzip or zstd"
                        : "neither pcap nor pcapng by its first bytes";
        };
    }
}
