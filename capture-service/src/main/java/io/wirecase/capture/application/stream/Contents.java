package io.wirecase.capture.application.stream;

import io.wirecase.core.fact.Content;

/** Tells what bytes are by how they begin. */
public final class Contents {

    /** Fewer bytes tell nothing. */
    public static final int LEAST = 4;

    private static final int SCRIPT = 0x23212F;
    private static final int MZ = 0x4D5A;
    private static final int ELF = 0x7F454C46;
    private static final int GZIP = 0x1F8B;
    private static final int DEFLATE = 8;
    private static final int UTF_16 = 0xFEFF;
    private static final int UTF_16_SWAPPED = 0xFFFE;
    private static final int MACH_O_64 = 0xCFFAEDFE;
    private static final int MACH_O_64_SWAPPED = 0xFEEDFACF;
    private static final int DEX = 0x6465780A;
    private static final int DEX_VERSION = 0x30333500;
    /** Where a DOS header says how far the PE header is. */
    private static final int PE_OFFSET = 0x3C;

    private static final int PE = 0x50450000;
    private static final int FIRST_PRINTABLE = ' ';
    private static final int LAST_PRINTABLE = '~';

    private Contents() {}

    /** What they are; {@link Content#OTHER} of fewer than {@link #LEAST}. */
    public static Content of(ByteReader in) {
        int at = in.position();
        if (in.remaining() < LEAST) {
            return Content.OTHER;
        }
        int first = u32(in, at);
        if (first >>> Short.SIZE == MZ) {
            return portable(in, at) ? Content.PE_PROGRAM : Content.DOS_PROGRAM;
        }
        if (first >>> Byte.SIZE == SCRIPT) {
            return Content.SCRIPT;
        }
        if (first >>> Short.SIZE == GZIP && (first >>> Byte.SIZE & 0xFF) == DEFLATE) {
            return Content.GZIP;
        }
        return switch (first) {
            case ELF -> Content.ELF_PROGRAM;
            case MACH_O_64, MACH_O_64_SWAPPED -> Content.MACH_O_PROGRAM;
            case DEX -> u32(in, at + Integer.BYTES) == DEX_VERSION ? Content.DEX_PROGRAM : Content.OTHER;
            default -> text(in, at, first);
        };
    }

    private static Content text(ByteReader in, int at, int first) {
        if (ascii(in, at)) {
            return Content.TEXT;
        }
        boolean marked = first >>> Short.SIZE == UTF_16 || first >>> Short.SIZE == UTF_16_SWAPPED;
        return marked || unicode(in, at) ? Content.UNICODE_TEXT : Content.OTHER;
    }

    /** Whole characters that cover the first four bytes, none of them a control character. */
    private static boolean unicode(ByteReader in, int at) {
        int next = at;
        while (next < at + LEAST) {
            int lead = in.peek(next);
            int more = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
            boolean stray = lead < 0 || lead >= 0x80 && lead < 0xC2 || lead > 0xF4;
            if (stray || more == 0 && !plain(lead)) {
                return false;
            }
            for (int i = 1; i <= more; i++) {
                if ((in.peek(next + i) & 0xC0) != 0x80) {
                    return false;
                }
            }
            next += 1 + more;
        }
        return true;
    }

    private static boolean portable(ByteReader in, int at) {
        int offset = Integer.reverseBytes(u32(in, at + PE_OFFSET));
        return offset > 0 && offset <= in.remaining() - Integer.BYTES && u32(in, at + offset) == PE;
    }

    private static boolean ascii(ByteReader in, int at) {
        for (int i = at; i < at + LEAST; i++) {
            if (!plain(in.peek(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(int b) {
        return b == '\t' || b == '\n' || b == '\r' || b >= FIRST_PRINTABLE && b <= LAST_PRINTABLE;
    }

    /** Four bytes; where there are fewer, a number that is none of ours. */
    private static int u32(ByteReader in, int at) {
        int value = 0;
        for (int i = at; i < at + Integer.BYTES; i++) {
            value = value << Byte.SIZE | in.peek(i) & 0xFF;
        }
        return value;
    }
}
