package io.wirecase.report.render;

import io.wirecase.report.document.Document;

/** Turns a document into one format. Stateless and thread-safe; never fails on any document. */
public interface ReportRenderer {

    /** The format's media type, without parameters. */
    String mediaType();

    /** The document in that format; the same document gives the same bytes. */
    byte[] render(Document document);
}
