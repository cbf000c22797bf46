package io.wirecase.report.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.render.Resources;
import java.io.IOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.model.GsubData;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class PaperFontsTest {

    private static final String FILE = "/liberation/LiberationSans-Regular.ttf";

    @Test
    void aFontKeepsItsGlyphsAndLosesOnlyItsRulesForJoiningThem() throws IOException {
        byte[] shipped = Resources.bytes(PaperFontsTest.class, FILE);
        byte[] plain = PaperFonts.plain(Resources.bytes(PaperFontsTest.class, FILE));
        try (TrueTypeFont before = parsed(shipped);
                TrueTypeFont after = parsed(plain)) {
            assertThat(before.getGsubData()).isNotSameAs(GsubData.NO_DATA_FOUND);
            assertThat(after.getGsubData()).isSameAs(GsubData.NO_DATA_FOUND);
            assertThat(after.getTableMap())
                    .hasSameSizeAs(before.getTableMap())
                    .doesNotContainKey("GSUB")
                    .containsKey("glyf");
            for (int c = ' '; c < 0x500; c++) {
                assertThat(after.getUnicodeCmapLookup().getGlyphId(c))
                        .isEqualTo(before.getUnicodeCmapLookup().getGlyphId(c));
            }
        }
    }

    private static TrueTypeFont parsed(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }
}
