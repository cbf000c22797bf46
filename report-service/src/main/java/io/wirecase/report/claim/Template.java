package io.wirecase.report.claim;

import io.wirecase.report.document.Prose;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with holes for claims: {@code "{host} opened {n} to {peer}."} The words between the holes may hold no
 * digits: a fact can only come in through a claim. {@code {n:value}} shows a claim without its unit.
 */
public final class Template {

    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)(:value)?}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /**
     * A template.
     *
     * @throws IllegalArgumentException when its own words state a fact or a forbidden word
     */
    public static Template of(String text) {
        String words = HOLE.matcher(text).replaceAll(" ");
        List<String> odd = Words.unbacked(words);
        if (!odd.isEmpty()) {
            throw new IllegalArgumentException("a template's own words may not state " + odd + ": " + text);
        }
        return new Template(text);
    }

    /**
     * The sentence with its holes filled. What came from packets stays apart, in quotation marks.
     *
     * @throws IllegalArgumentException when a hole has no claim or a claim has no hole
     */
    public Prose fill(Map<String, Claim> claims) {
        List<Prose.Part> parts = new ArrayList<>();
        Set<String> cited = new LinkedHashSet<>();
        Set<String> used = new LinkedHashSet<>();
        Matcher hole = HOLE.matcher(text);
        int from = 0;
        while (hole.find()) {
            Claim claim = claims.get(hole.group(1));
            if (claim == null) {
                throw new IllegalArgumentException("no claim for {" + hole.group(1) + "} in: " + text);
            }
            used.add(hole.group(1));
            cited.add(claim.id());
            words(parts, text.substring(from, hole.start()));
            show(parts, claim, hole.group(2) != null);
            from = hole.end();
        }
        words(parts, text.substring(from));
        if (!used.equals(claims.keySet())) {
            throw new IllegalArgumentException("claims " + claims.keySet() + " but holes " + used + " in: " + text);
        }
        return new Prose(parts, List.copyOf(cited));
    }

    private static void words(List<Prose.Part> parts, String words) {
        if (!words.isEmpty()) {
            parts.add(new Prose.Ours(words));
        }
    }

    private static void show(List<Prose.Part> parts, Claim claim, boolean withoutUnit) {
        if (claim.value() instanceof Value.Packet(var packet)) {
            parts.add(new Prose.Ours("“"));
            parts.add(new Prose.FromPackets(packet));
            parts.add(new Prose.Ours("”"));
        } else {
            parts.add(new Prose.Ours(withoutUnit ? claim.value().text() : claim.text()));
        }
    }
}
