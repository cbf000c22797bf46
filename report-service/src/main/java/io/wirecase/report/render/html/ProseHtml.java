package io.wirecase.report.render.html;

import io.wirecase.report.document.Prose;
import io.wirecase.report.render.Markup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sentences and cells, each with the way back to its claims. */
final class ProseHtml {

    /** A percent sign stays on the line of its number. */
    private static final String PERCENT = " %";

    private static final String WHOLE_PERCENT = "\u00a0%";

    private final Markup html;
    /** Claims that have a row to lead to. */
    private final Set<String> listed;

    ProseHtml(Markup html, Set<String> listed) {
        this.html = html;
        this.listed = listed;
    }

    /** A sentence with the claims it rests on behind it. */
    void sentence(Prose prose) {
        text(prose);
        if (prose.claims().isEmpty()) {
            return;
        }
        html.open("span", "class", "claims");
        for (String claim : prose.claims().stream().distinct().toList()) {
            html.raw("<wbr/>");
            claim(claim);
        }
        html.close("span");
    }

    /** A cell: the value itself leads to its claim. */
    void cell(Prose prose) {
        List<String> claims = prose.claims();
        if (!claims.isEmpty() && listed.contains(claims.getFirst())) {
            html.open("a", "class", "cell", "href", "#" + anchor(claims.getFirst()), "title", titled(claims));
            text(prose);
            html.close("a");
        } else {
            text(prose);
        }
    }

    /** The text alone. */
    void text(Prose prose) {
        for (Prose.Part part : prose.parts()) {
            switch (part) {
                case Prose.Ours ours -> html.text(ours.text().replace(PERCENT, WHOLE_PERCENT));
                case Prose.FromPackets hostile ->
                    html.open("bdi", "class", "packet", "title", "text from packets")
                            .text(hostile.text().visible(Prose.MAX_UNTRUSTED))
                            .close("bdi");
            }
        }
    }

    static String anchor(String claim) {
        return "claim-" + Markup.anchor(claim);
    }

    private void claim(String claim) {
        if (listed.contains(claim)) {
            html.open("a", "href", "#" + anchor(claim), "title", "claim " + claim)
                    .text(claim)
                    .close("a");
        } else {
            html.open("span", "title", "claim " + claim).text(claim).close("span");
        }
    }

    private static String titled(List<String> claims) {
        return claims.stream().distinct().collect(Collectors.joining(", ", "claim ", ""));
    }
}
