package io.wirecase.report.render;

/** Turns a document into one format. Stateless and thread-safe; never fails on any document. */
public interface ReportRenderer {

    /** The format's media type, without parameters. */
    String mediaType();

    /** What the names of such files end in, without the dot. */
    String fileExtension();

    /** The document in that format; the same document and JSON give the same bytes. */
    byte[] render(Rendering rendering);
}
