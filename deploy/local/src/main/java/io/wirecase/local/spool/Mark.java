package io.wirecase.local.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What a file looks like from outside. A file that is written to gets another one.
 *
 * @param size its bytes
 * @param changedNanos when it was last written to, nanoseconds since 1970
 */
record Mark(long size, long changedNanos) {

    static Mark of(Path file) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        return new Mark(facts.size(), facts.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }
}
