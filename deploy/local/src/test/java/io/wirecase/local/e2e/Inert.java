package io.wirecase.local.e2e;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What text of others could do where it is shown, and how to see that it cannot. */
final class Inert {

    /** Elements that a report has no use for and hostile text brings along. */
    private static final Set<String> UNWANTED = Set.of(
            "script",
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "form",
            "input",
            "textarea",
            "video",
            "audio",
            "b",
            "x");

    /** Into the page, to the front door, and to whom the data on owners asks to be named. */
    private static final List<String> OWN = List.of("#", "data:image/", "/api/v1/", "https://db-ip.com");

    private static final Pattern TAG = Pattern.compile("<([a-zA-Z][a-zA-Z0-9:-]*)([^>]*)>");
    private static final Pattern HANDLER = Pattern.compile("(?i)\\s(on[a-z]+|srcdoc|formaction)\\s*=");
    private static final Pattern PLACE =
            Pattern.compile("(?i)\\s(?:href|src|action|xlink:href)\\s*=\\s*[\"']?([^\"'\\s>]*)");

    private Inert() {}

    /** Characters a terminal obeys or that change how text reads, those of line ends and tabs aside. */
    static List<String> unseen(String text) {
        return text.codePoints()
                .filter(point -> point != '\n' && point != '\r' && point != '\t' && unseen(point))
                .distinct()
                .mapToObj(point -> String.format("U+%04X", point))
                .toList();
    }

    private static boolean unseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Elements, handlers and addresses in a page's markup that are not the report's own. */
    static List<String> foreign(String html) {
        return TAG.matcher(html)
                .results()
                .filter(tag -> {
                    String attributes = " " + tag.group(2);
                    return UNWANTED.contains(tag.group(1).toLowerCase(Locale.ROOT))
                            || HANDLER.matcher(attributes).find()
                            || leaves(attributes);
                })
                .map(tag -> tag.group())
                .distinct()
                .toList();
    }

    private static boolean leaves(String attributes) {
        Matcher places = PLACE.matcher(attributes);
        while (places.find()) {
            String place = places.group(1);
            if (OWN.stream().noneMatch(place::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
