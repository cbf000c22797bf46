package io.wirecase.capture.rest;

import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that come with requests. */
final class Labels {

    private static final int LONGEST_NAME = 255;
    private static final int BAD_REQUEST = 400;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** Sites become parts of record keys and of addresses people type. */
    private static final Pattern SITE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Labels() {}

    /** A file name as people gave it, shortened and without control characters. */
    static String name(@Nullable String given) {
        String clean =
                given == null ? "" : CONTROL.matcher(given).replaceAll("\uFFFD").strip();
        if (clean.isEmpty()) {
            return "capture";
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }

    /** A name of somebody's choosing as a log may show it. */
    static String quoted(String name) {
        return "\"" + CONTROL.matcher(name).replaceAll("\uFFFD").replace('"', '\'') + "\"";
    }

    /** A site's name, or null when none was given. */
    static @Nullable String site(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        if (!SITE.matcher(given).matches()) {
            throw new ProblemException(Problem.of(
                    BAD_REQUEST,
                    "bad-site",
                    "This is no name for a site.",
                    "A site's name has 1 to 64 letters, digits, dots, hyphens or underscores and starts with a letter"
                            + " or a digit."));
        }
        return given;
    }

    static Optional<UUID> id(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
