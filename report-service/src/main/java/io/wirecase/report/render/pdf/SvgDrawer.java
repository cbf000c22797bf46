package io.wirecase.report.render.pdf;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws the SVG of {@code render.svg} and no other: a handful of shapes and text. Text stays text, which can be
 * searched and copied, in the fonts of the page; there is no script, no reference and nothing to fetch, and the fonts
 * of the machine are not asked.
 */
final class SvgDrawer implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        return new SvgPicture(svg, cssWidth, dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
        // Fonts come from the page alone.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // Fonts come from the page alone.
    }

    @Override
    public void addFontStream(FSSupplier<InputStream> font, String family, Integer weight, FontStyle style) {
        // Fonts come from the page alone.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
