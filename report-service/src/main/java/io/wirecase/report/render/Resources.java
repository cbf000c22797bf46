package io.wirecase.report.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files beside the classes of a renderer, in the service's jar. */
public final class Resources {

    private Resources() {}

    /** A text in UTF-8. @throws IllegalStateException when the jar does not hold it */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }

    /** A file's bytes. @throws IllegalStateException when the jar does not hold it */
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the service's jar");
            }
            return in.readAllBytes();
        } catch (IOException brokenJar) {
            throw new UncheckedIOException(brokenJar);
        }
    }
}
