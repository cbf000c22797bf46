package io.wirecase.report.render.html;

import io.wirecase.report.document.Document;
import io.wirecase.report.render.Markup;
import io.wirecase.report.render.Rendering;
import io.wirecase.report.render.ReportRenderer;
import io.wirecase.report.render.Resources;
import java.nio.charset.StandardCharsets;

/** Renders a document as one HTML page that needs nothing else: no script, no font, no image from anywhere. */
public final class HtmlRenderer implements ReportRenderer {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private final String style = Resources.text(HtmlRenderer.class, "report.css");

    /** A renderer. */
    public HtmlRenderer() {}

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public String fileExtension() {
        return "html";
    }

    @Override
    public byte[] render(Rendering rendering) {
        Document document = rendering.document();
        Markup html = new Markup();
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "referrer", "content", "no-referrer")
                .open("title")
                .text(document.title())
                .close("title");
        html.raw("\n<style>\n").raw(style).raw("</style>\n</head>\n<body>\n");
        html.raw("<a class=\"skip\" href=\"#report\">To the report</a>\n");
        new Page(html, document, false).write();
        html.raw("</body>\n</html>\n");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
