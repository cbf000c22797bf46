package io.wirecase.report.app;

import io.wirecase.report.render.ReportRenderer;
import io.wirecase.report.render.html.HtmlRenderer;
import io.wirecase.report.render.markdown.MarkdownRenderer;
import io.wirecase.report.render.pdf.PdfRenderer;
import java.util.List;

/** The formats a report is delivered in, besides JSON: a new one is a new line here. */
final class Renderers {

    static final List<ReportRenderer> ALL = List.of(new HtmlRenderer(), new PdfRenderer(), new MarkdownRenderer());

    private Renderers() {}
}
