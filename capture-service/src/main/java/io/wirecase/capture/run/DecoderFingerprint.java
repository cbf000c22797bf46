package io.wirecase.capture.run;

import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.core.flow.Flow;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Names what decodes: two services with the same fingerprint make the same flows of the same file, in the same order.
 * It is a digest of the settings and of the classes that decode, so that no one has to remember to raise a version.
 */
public final class DecoderFingerprint {

    private static final int HEX_DIGITS = 16;
    private static final List<String> ROOMS = List.of(
            "io/wirecase/capture/source",
            "io/wirecase/capture/packet",
            "io/wirecase/capture/flow",
            "io/wirecase/capture/application",
            "io/wirecase/core/flow",
            "io/wirecase/core/wire");

    private DecoderFingerprint() {}

    /**
     * The fingerprint of this service. Where the classes cannot be read it is one of its own that equals no other, so
     * that a resumed capture is read again whole instead of wrongly continued.
     */
    public static String of(FlowSettings settings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(settings.toString().getBytes(StandardCharsets.UTF_8));
            addClasses(FlowAssembler.class, digest);
            addClasses(Flow.class, digest);
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (IOException | URISyntaxException unreadable) {
            return UUID.randomUUID().toString();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void addClasses(Class<?> anchor, MessageDigest digest) throws IOException, URISyntaxException {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null || !"file".equals(place.getProtocol())) {
            throw new IOException("the classes of " + anchor + " are in no file");
        }
        Path path = Path.of(place.toURI());
        if (Files.isDirectory(path)) {
            addTree(path, digest);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            addTree(jar.getPath("/"), digest);
        }
    }

    private static void addTree(Path root, MessageDigest digest) throws IOException {
        for (String room : ROOMS) {
            Path folder = root.resolve(room);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                            in.transferTo(java.io.OutputStream.nullOutputStream());
                        }
                    }
                }
            }
        }
    }
}
