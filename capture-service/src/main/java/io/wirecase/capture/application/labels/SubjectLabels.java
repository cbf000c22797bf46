package io.wirecase.capture.application.labels;

import io.wirecase.core.fact.TlsCertificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applications by what a certificate is issued to: its common name or organisation, word for word. */
final class SubjectLabels {

    /** Attributes looked at of a subject; more are none that anybody was certified with. */
    private static final int MAX_ATTRIBUTES = 16;

    private final Map<String, String> applications = new HashMap<>();

    private SubjectLabels() {}

    /**
     * The table of some entries.
     *
     * @throws IllegalArgumentException when one stands there twice
     */
    static SubjectLabels of(List<LabelFile.Entry> entries) {
        SubjectLabels labels = new SubjectLabels();
        for (LabelFile.Entry entry : entries) {
            if (labels.applications.put(entry.value(), entry.application()) != null) {
                throw entry.bad("stands there twice");
            }
        }
        return labels;
    }

    /** The application a certificate is of, or null when it is in no table. */
    @Nullable
    String find(TlsCertificate certificate) {
        String subject = certificate.subject().raw();
        String found = null;
        int from = 0;
        for (int i = 0; i < MAX_ATTRIBUTES && from < subject.length() && found == null; i++) {
            int end = end(subject, from);
            if (subject.startsWith("CN=", from)) {
                found = applications.get(subject.substring(from + 3, end));
            } else if (subject.startsWith("O=", from)) {
                found = applications.get(subject.substring(from + 2, end).replace("\\,", ","));
            }
            from = end + 1;
        }
        return found;
    }

    /** Where the attribute ends that begins here: at the next comma without a backslash before it (RFC 2253). */
    private static int end(String subject, int from) {
        int comma = subject.indexOf(',', from);
        while (comma > 0 && subject.charAt(comma - 1) == '\\') {
            comma = subject.indexOf(',', comma + 1);
        }
        return comma < 0 ? subject.length() : comma;
    }
}
