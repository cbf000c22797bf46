package io.wirecase.report.section;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.input.CaseInput;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The name a report is kept under: {@code wirecase-report_<scope>_<UTC time>}. The scope is the site where all captures
 * share one that was given, else the first capture's name and how many more there are. Names come from outside, so
 * everything but letters, digits, dot and dash of ASCII becomes a dash: the name is safe as a file and in a header.
 */
final class FileName {

    private static final int LONGEST_SCOPE = 60;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FileName() {}

    static String of(CaseInput input) {
        return "wirecase-report_" + scope(input.sources()) + "_" + TIME.format(input.generatedAt());
    }

    private static String scope(List<CaptureState> sources) {
        if (sources.isEmpty()) {
            return "nothing";
        }
        CaptureState first = sources.getFirst();
        boolean named = !first.site().equals(first.id().toString());
        if (named && sources.stream().allMatch(s -> s.site().equals(first.site()))) {
            return safe(first.site());
        }
        String more = sources.size() > 1 ? "-and-" + (sources.size() - 1) + "-more" : "";
        return safe(withoutEnding(first.name())) + more;
    }

    private static String withoutEnding(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return file.replaceFirst("(?i)\\.(pcap|pcapng|cap)(\\.(gz|xz|zst))?$", "");
    }

    /** Never empty, never begins with a dot or a dash. */
    private static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String cut = plain.substring(0, Math.min(LONGEST_SCOPE, plain.length())).replaceAll("[.-]+$", "");
        return cut.isEmpty() ? "capture" : cut;
    }
}
