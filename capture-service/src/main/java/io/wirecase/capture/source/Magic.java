package io.wirecase.capture.source;

import org.jspecify.annotations.Nullable;

/** The first four bytes of files, read as a big-endian number. */
final class Magic {

    static final int PCAP_MICROS = 0xA1B2C3D4;
    static final int PCAP_MICROS_SWAPPED = 0xD4C3B2A1;
    static final int PCAP_NANOS = 0xA1B23C4D;
    static final int PCAP_NANOS_SWAPPED = 0x4D3CB2A1;
    static final int PCAPNG = 0x0A0D0D0A;

    private Magic() {}

    /** Why we do not read files that start so, or null when we do. */
    static @Nullable String refusal(int magic) {
        return switch (magic) {
            case PCAP_MICROS, PCAP_MICROS_SWAPPED, PCAP_NANOS, PCAP_NANOS_SWAPPED, PCAPNG -> null;
            case 0xA1B2CD34, 0x34CDB2A1 ->
                "a modified pcap (Kuznetzov's, with longer record headers), which is not read; convert it to pcapng";
            case 0xA1B234CD, 0xCD34B2A1, 0xA1E2CB12, 0x12CBE2A1 ->
                "a vendor's variant of pcap, which is not read; convert it to pcapng";
            case 0x736E6F6F -> "a snoop file, which is not read; convert it to pcapng";
            case 0x474D4255, 0x52545353 -> "a Network Monitor file, which is not read; convert it to pcapng";
            case 0x28B52FFD -> "compressed with zstd, which is not read yet; decompress it first";
            case 0xFD377A58 -> "compressed with xz, which is not read yet; decompress it first";
            case 0x504B0304 -> "a zip archive, not a capture; unpack it first";
            default -> byPrefix(magic);
        };
    }

    private static @Nullable String byPrefix(int magic) {
        if (magic >>> 16 == 0x1F8B) {
            return "compressed with gzip, which is not read yet; decompress it first";
        }
        if (magic >>> 8 == 0x425A68) {
            return "compressed with bzip2, which is not read yet; decompress it first";
        }
        return "neither pcap nor pcapng by its first bytes";
    }
}
