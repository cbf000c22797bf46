package io.wirecase.report.render.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.wirecase.report.render.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of the PDF: Liberation Sans and Liberation Mono (SIL Open Font License 1.1), embedded as far as they are
 * used, so that a page looks the same everywhere. They hold Latin, Greek, Cyrillic and the usual signs.
 */
final class PaperFonts {

    static final String SANS = "Liberation Sans";

    private static final int USUAL = 400;
    private static final int BOLD = 700;
    private static final int PLANE = 1 << 16;
    /** Where a font file has the number of its tables, their entries and how long one is (OpenType 1.9, 4.5). */
    private static final int TABLES = 4;

    private static final int FIRST_TABLE = 12;
    private static final int ENTRY = 16;
    private static final int GSUB = tag("GSUB");
    private static final int UNREAD = tag("none");

    private final List<Face> faces = List.of(
            new Face(SANS, USUAL, "LiberationSans-Regular"),
            new Face(SANS, BOLD, "LiberationSans-Bold"),
            new Face("Liberation Mono", USUAL, "LiberationMono-Regular"));
    private final BitSet drawable = drawable(faces);

    void register(PdfRendererBuilder builder) {
        for (Face face : faces) {
            builder.useFont(
                    () -> new ByteArrayInputStream(face.bytes), face.family, face.weight, FontStyle.NORMAL, true);
        }
    }

    /**
     * Whether every font has a glyph for a character. Characters of scripts from right to left count as missing: they
     * would stand in the wrong order.
     */
    boolean has(int c) {
        return drawable.get(c);
    }

    private static BitSet drawable(List<Face> faces) {
        BitSet all = new BitSet(PLANE);
        all.set(' ', PLANE);
        for (Face face : faces) {
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                all.stream().filter(c -> glyphs.getGlyphId(c) == 0).forEach(all::clear);
            } catch (IOException brokenJar) {
                throw new UncheckedIOException(brokenJar);
            }
        }
        all.stream().filter(PaperFonts::turning).forEach(all::clear);
        return all;
    }

    private static int tag(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    private static boolean turning(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** A font file of the classpath, read once. */
    private static final class Face {
        private final String family;
        private final int weight;
        private final byte[] bytes;

        Face(String family, int weight, String file) {
            this.family = family;
            this.weight = weight;
            this.bytes = plain(Resources.bytes(PaperFonts.class, "/liberation/" + file + ".ttf"));
        }
    }

    /**
     * The font without its rules for joining glyphs (OpenType's GSUB table): its entry in the table directory gets a
     * tag nobody reads. Applying them to every run of text took most of the time of a report, and ligatures are of no
     * use where addresses and names are copied out of a page.
     */
    static byte[] plain(byte[] font) {
        ByteBuffer directory = ByteBuffer.wrap(font);
        int tables = Short.toUnsignedInt(directory.getShort(TABLES));
        for (int at = FIRST_TABLE; at < FIRST_TABLE + tables * ENTRY; at += ENTRY) {
            if (directory.getInt(at) == GSUB) {
                directory.putInt(at, UNREAD);
            }
        }
        return font;
    }
}
