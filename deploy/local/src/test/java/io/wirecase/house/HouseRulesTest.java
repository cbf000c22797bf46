package io.wirecase.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers and habits of the house, on every source file. */
class HouseRulesTest {

    private static final int MAX_FILE_LINES = 300;
    private static final int MAX_LINE = 120;
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern BROAD_CATCH =
            Pattern.compile("catch \\((final )?(Exception|Throwable|RuntimeException) ");
    private static final Set<String> EDGES = Set.of("in", "out", "rest", "web", "app", "store", "live", "cli");

    private final List<Path> sources = Checkout.files(".java");

    @Test
    void noFileIsLongerThanAPersonReads() {
        assertThat(sources).isNotEmpty();
        assertThat(sources.stream()
                        .filter(f -> lines(f).size() > MAX_FILE_LINES)
                        .map(f -> Checkout.name(f) + " has " + lines(f).size() + " lines"))
                .isEmpty();
    }

    @Test
    void noLineIsLongerThanAScreen() {
        List<String> found = new ArrayList<>();
        for (Path file : sources) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                // An import cannot be broken, nor can a link in a comment.
                if (lines.get(i).length() > MAX_LINE && !lines.get(i).startsWith("import ")) {
                    found.add(Checkout.name(file) + ":" + (i + 1));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void methodsAreShortConstructorsNarrowAndNoFailureIsSwallowed() throws IOException {
        assertThat(Sources.violations(sources)).isEmpty();
    }

    @Test
    void everyPackageSaysItsJobAndIsNullMarked() {
        Set<Path> packages = sources.stream()
                .filter(f -> f.toString().contains("src/main/java"))
                .map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages.stream().filter(p -> {
                    Path info = p.resolve("package-info.java");
                    return !Files.exists(info)
                            || !Checkout.read(info).contains("@NullMarked")
                            || !Checkout.read(info).contains("/**");
                }))
                .isEmpty();
    }

    @Test
    void nothingIsImportedByStar() {
        assertThat(sources.stream()
                        .filter(f -> lines(f).stream().anyMatch(l -> l.startsWith("import ") && l.endsWith(".*;")))
                        .map(Checkout::name))
                .isEmpty();
    }

    @Test
    void onlyTheEdgesCatchEverything() {
        assertThat(sources.stream()
                        .filter(f -> f.toString().contains("src/main/java"))
                        .filter(f -> !edge(f))
                        .filter(f -> BROAD_CATCH.matcher(Checkout.read(f)).find())
                        .map(Checkout::name))
                .isEmpty();
    }

    @Test
    void everyLinkInTheDocumentsLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Path page : Checkout.files(".md")) {
            Matcher link = LINK.matcher(Checkout.read(page));
            while (link.find()) {
                String target = link.group(1);
                boolean elsewhere = target.contains("://") || target.startsWith("mailto:");
                if (!elsewhere && !Files.exists(page.resolveSibling(target))) {
                    dead.add(Checkout.name(page) + " -> " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void theReadmeIsShort() {
        assertThat(lines(Checkout.ROOT.resolve("README.md"))).hasSizeLessThan(100);
    }

    private static boolean edge(Path file) {
        for (Path part : Checkout.ROOT.relativize(file)) {
            if (EDGES.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> lines(Path file) {
        return Checkout.read(file).lines().toList();
    }
}
