package io.wirecase.capture.store;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which captures are being read, how often. Thread-safe. */
final class Holds {

    private final ConcurrentHashMap<UUID, Integer> counts = new ConcurrentHashMap<>();

    boolean any(UUID id) {
        return counts.containsKey(id);
    }

    CaptureStore.Hold take(StoredCapture capture, Path content) {
        counts.merge(capture.id(), 1, Integer::sum);
        return new Held(capture, content);
    }

    private final class Held implements CaptureStore.Hold {

        private final StoredCapture capture;
        private final Path content;
        private final AtomicBoolean closed = new AtomicBoolean();

        Held(StoredCapture capture, Path content) {
            this.capture = capture;
            this.content = content;
        }

        @Override
        public StoredCapture capture() {
            return capture;
        }

        @Override
        public Path content() {
            return content;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                counts.computeIfPresent(capture.id(), (id, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
