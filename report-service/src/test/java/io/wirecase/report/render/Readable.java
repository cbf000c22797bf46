package io.wirecase.report.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a person reads in a rendered report, white space made single. */
public final class Readable {

    private Readable() {}

    /** The text of a report in any format. */
    public static String text(ReportRenderer renderer, byte[] bytes) {
        return switch (renderer.mediaType()) {
            case "application/pdf" -> single(pdf(bytes));
            case "text/html" ->
                single(new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll("(?s)<style>.*?</style>", " ")
                        .replaceAll("<wbr/>", "")
                        .replaceAll("<[^>]*>", " "));
            default -> single(new String(bytes, StandardCharsets.UTF_8));
        };
    }

    private static String pdf(byte[] bytes) {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException notPdf) {
            throw new AssertionError(notPdf);
        }
    }

    private static String single(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
