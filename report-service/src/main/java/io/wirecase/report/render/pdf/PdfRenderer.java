package io.wirecase.report.render.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import io.wirecase.report.document.Document;
import io.wirecase.report.render.Rendering;
import io.wirecase.report.render.ReportRenderer;
import io.wirecase.report.render.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Renders a document as a PDF: cover, contents with page numbers, bookmarks, the sections, an excerpt of the raw data,
 * and the whole report as JSON attached. Nothing is fetched and no file is read, whatever the document says.
 */
public final class PdfRenderer implements ReportRenderer {

    private static final float VERSION = 1.7f;

    static {
        // The layout writes each of its steps to the standard error by itself; a service's log is for people.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final String style = Resources.text(PdfRenderer.class, "paper.css");
    private final PaperFonts fonts = new PaperFonts();
    private final Consumer<Diagnostic> complaints;

    /** A renderer. */
    public PdfRenderer() {
        this(diagnostic -> {});
    }

    /** A renderer whose layout complains to somebody. */
    PdfRenderer(Consumer<Diagnostic> complaints) {
        this.complaints = complaints;
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String fileExtension() {
        return "pdf";
    }

    @Override
    public byte[] render(Rendering rendering) {
        Document excerpt = Excerpt.of(rendering.document());
        String page = PaperPage.write(excerpt, style, fonts);
        try (PdfBoxRenderer layout = builder(page).buildPdfRenderer();
                PDDocument pdf = layout.createPDFKeepOpen()) {
            Finish.apply(pdf, rendering);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException memoryIsNoDisk) {
            throw new UncheckedIOException(memoryIsNoDisk);
        }
    }

    private PdfRendererBuilder builder(String page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(Xhtml.parse(page), "");
        builder.usePdfVersion(VERSION);
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new SvgDrawer());
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withDiagnosticConsumer(diagnostic -> {
            if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.accept(diagnostic);
            }
        });
        fonts.register(builder);
        return builder;
    }
}
