package io.wirecase.report.render.markdown;

import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Section;
import io.wirecase.report.render.Rendering;
import io.wirecase.report.render.ReportRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Renders a document as Markdown, for tickets, wikis and version control. */
public final class MarkdownRenderer implements ReportRenderer {

    private static final int SECTION_HEADING = 2;

    /** A renderer. */
    public MarkdownRenderer() {}

    @Override
    public String mediaType() {
        return "text/markdown";
    }

    @Override
    public String fileExtension() {
        return "md";
    }

    @Override
    public byte[] render(Rendering rendering) {
        Document document = rendering.document();
        StringBuilder out = new StringBuilder();
        cover(out, document.cover());
        contents(out, document);
        for (Section section : document.sections()) {
            out.append("## ").append(Escaped.of(section.title())).append("\n\n");
            new BlockMarkdown(out, "").all(section.blocks(), SECTION_HEADING + 1);
        }
        for (Cover.Notice notice : document.cover().notices()) {
            out.append(Escaped.of(notice.text()))
                    .append(": <")
                    .append(notice.link())
                    .append(">\n\n");
        }
        return out.toString().stripTrailing().concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void cover(StringBuilder out, Cover cover) {
        out.append("# ").append(Escaped.of(cover.title())).append("\n\n");
        cover.scope().forEach(line -> out.append("- ").append(Escaped.of(line)).append('\n'));
        out.append('\n').append(Escaped.of(cover.product() + " " + cover.version()));
        out.append(" · ").append(Escaped.of(cover.generatedAt()));
        out.append(" · ").append(Escaped.of(cover.id())).append("\n\n");
        out.append(Escaped.of(cover.wording())).append("\n\n");
    }

    private static void contents(StringBuilder out, Document document) {
        if (document.sections().isEmpty()) {
            return;
        }
        out.append("Contents:\n\n");
        List<String> anchors = Anchors.of(document);
        for (int i = 0; i < anchors.size(); i++) {
            String title = Escaped.of(document.sections().get(i).title());
            out.append("- [").append(title).append("](#").append(anchors.get(i)).append(")\n");
        }
        out.append('\n');
    }
}
