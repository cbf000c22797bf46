package io.wirecase.platform.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the key comes from. One of both must be set. */
@ConfigMapping(prefix = "wirecase.access")
interface AccessConfig {

    /** A file whose content is the key; WIRECASE_KEY_FILE sets it. */
    Optional<Path> keyFile();

    /** The key itself; for tests and for secrets given as environment variables (WIRECASE_ACCESS_KEY). */
    Optional<String> key();
}
