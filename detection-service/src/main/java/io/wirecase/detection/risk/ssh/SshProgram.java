package io.wirecase.detection.risk.ssh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A program that names itself and its version in its SSH banner (RFC 4253 section 4.2).
 *
 * @param name its name
 * @param version the numbers of its version
 * @param oldest the first version that is not old
 */
record SshProgram(String name, List<Integer> version, List<Integer> oldest) {

    private static final int PARTS = 3;

    /** The first versions without the weak defaults and holes of their predecessors, as nDPI 4.11 draws the line. */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "OpenSSH", Pattern.compile("OpenSSH_(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?"), List.of(7, 0, 0)),
            new Known(
                    "Apache MINA SSHD",
                    Pattern.compile("APACHE-SSHD-(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?"),
                    List.of(2, 5, 1)),
            new Known(
                    "FileZilla",
                    Pattern.compile("FileZilla_(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?"),
                    List.of(3, 40, 0)),
            new Known(
                    "paramiko",
                    Pattern.compile("paramiko_(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?"),
                    List.of(2, 4, 0)),
            new Known(
                    "Dropbear",
                    Pattern.compile("dropbear_(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?"),
                    List.of(2020, 0, 0)));

    /** The program of a banner, or empty when it is none of those whose versions are judged. */
    static Optional<SshProgram> of(String banner) {
        for (Known known : KNOWN) {
            Matcher found = known.banner().matcher(banner);
            if (found.find()) {
                return Optional.of(new SshProgram(known.name(), numbers(found), known.oldest()));
            }
        }
        return Optional.empty();
    }

    /** Whether a banner speaks no protocol but the first, which RFC 4251 replaced; 1.99 speaks both. */
    static boolean firstProtocol(String banner) {
        String lower = banner.toLowerCase(Locale.ROOT);
        return lower.startsWith("ssh-1.") && !lower.startsWith("ssh-1.99-");
    }

    private static List<Integer> numbers(Matcher found) {
        return IntStream.rangeClosed(1, PARTS)
                .mapToObj(part -> found.group(part) == null ? 0 : Integer.parseInt(found.group(part)))
                .toList();
    }

    boolean obsolete() {
        for (int part = 0; part < PARTS; part++) {
            int difference = Integer.compare(version.get(part), oldest.get(part));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    /** The limit, for people. */
    String since() {
        return name + " " + oldest.get(0) + "." + oldest.get(1);
    }

    private record Known(String name, Pattern banner, List<Integer> oldest) {}
}
