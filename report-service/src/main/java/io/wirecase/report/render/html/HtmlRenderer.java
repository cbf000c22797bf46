package io.wirecase.report.render.html;

import io.wirecase.report.document.Document;
import io.wirecase.report.render.ReportRenderer;
import java.nio.charset.StandardCharsets;

/** Renders a document as HTML. */
public final class HtmlRenderer implements ReportRenderer {

    /** A renderer. */
    public HtmlRenderer() {}

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public byte[] render(Document document) {
        return ("<!doctype html><title>" + document.id() + "</title>").getBytes(StandardCharsets.UTF_8);
    }
}
