package io.wirecase.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a root user runs a program that refuses root. Anybody else runs it as it is. */
final class Unprivileged {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final String NOBODY = "nobody";
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups");

    private Unprivileged() {}

    /**
     * What to put before the command.
     *
     * @return empty for an ordinary user
     * @throws IOException when this is root and neither way works here
     */
    static List<String> prefix() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        if (works(OTHER_USER)) {
            return OTHER_USER;
        }
        throw new IOException(
                ("PostgreSQL does not run as root, and this %s allows neither a user namespace (unshare -U) "
                                + "nor setpriv. Run ./wirecase as an ordinary user.")
                        .formatted(System.getProperty("os.name").toLowerCase(Locale.ROOT)));
    }

    /** Gives a folder to whoever the program will be; inside a namespace root's files stay its own. */
    static void own(Path folder) throws IOException, InterruptedException {
        if (prefix().equals(OTHER_USER)) {
            UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName(NOBODY));
        }
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        try {
            List<String> command = new ArrayList<>(prefix);
            command.add("true");
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
