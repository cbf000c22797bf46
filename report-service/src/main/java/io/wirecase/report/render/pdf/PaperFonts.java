package io.wirecase.report.render.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.wirecase.report.render.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private final List<Face> faces = List.of(
            new Face(SANS, USUAL, "LiberationSans-Regular"),
            new Face(SANS, BOLD, "LiberationSans-Bold"),
            new Face("Liberation Mono", USUAL, "LiberationMono-Regular"));
    private final BitSet drawable = drawable(faces);

    void register(PdfRendererBuilder builder) {
        for (Face face : faces) {
            builder.useFont(
                    () -> new ByteArrayInputStream(face.bytes()), face.family(), face.weight(), FontStyle.NORMAL, true);
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
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                all.stream().filter(c -> glyphs.getGlyphId(c) == 0).forEach(all::clear);
            } catch (IOException brokenJar) {
                throw new UncheckedIOException(brokenJar);
            }
        }
        all.stream().filter(PaperFonts::turning).forEach(all::clear);
        return all;
    }

    private static boolean turning(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** A font file of the classpath. */
    private record Face(String family, int weight, String file) {

        byte[] bytes() {
            return Resources.bytes(PaperFonts.class, "/liberation/" + file + ".ttf");
        }
    }
}
