package io.wirecase.capture.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.wire.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCaptureStoreTest {

    private static final long RESERVE = 1L << 20;

    @TempDir
    private Path root;

    @Test
    void aCaptureIsKeptByteForByteAndSurvivesARestart() throws Exception {
        byte[] bytes = capture(3_000_000);
        CaptureStore.Kept kept = kept(store().receive(new ByteArrayInputStream(bytes), "a.pcap", "office"));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        StoredCapture expected =
                new StoredCapture(Ids.capture("office", sha256), 1, "office", "a.pcap", sha256, bytes.length);
        assertThat(kept).isEqualTo(new CaptureStore.Kept(expected, false));
        CaptureStore reopened = store();
        assertThat(reopened.all()).containsExactly(expected);
        assertThat(reopened.content(expected.id())).hasBinaryContent(bytes);
    }

    @Test
    void theSameContentIsTheSameCaptureAndKeepsItsFirstName() throws IOException {
        CaptureStore store = store();
        store.receive(body(capture(100)), "first.pcap", null);
        CaptureStore.Kept again = kept(store.receive(body(capture(100)), "second.pcap", null));
        assertThat(again.known()).isTrue();
        assertThat(again.capture().name()).isEqualTo("first.pcap");
        assertThat(again.capture().site()).isEqualTo(again.capture().id().toString());
        assertThat(leftInUploads()).isZero();
    }

    @Test
    void theSameContentAtTwoSitesIsTwoCaptures() throws IOException {
        CaptureStore store = store();
        store.receive(body(capture(100)), "a", "one");
        assertThat(kept(store.receive(body(capture(100)), "a", "two")).known()).isFalse();
        assertThat(store.all()).hasSize(2);
    }

    @Test
    void whatIsNoCaptureIsRefusedByItsFirstBytesAndLeavesNothing() throws IOException {
        CaptureStore store = store();
        assertThat(store.receive(body("<html>".getBytes()), "a.pcap", null)).isInstanceOf(CaptureStore.NoCapture.class);
        assertThat(store.receive(body(new byte[0]), "a.pcap", null)).isInstanceOf(CaptureStore.NoCapture.class);
        assertThat(store.all()).isEmpty();
        assertThat(leftInUploads()).isZero();
    }

    @Test
    void aNameThatLooksLikeAPathIsOnlyText() throws IOException {
        CaptureStore.Kept kept = kept(store().receive(body(capture(100)), "../../../evil", null));
        assertThat(kept.capture().name()).isEqualTo("../../../evil");
        assertThat(root.getParent().resolve("evil")).doesNotExist();
        try (Stream<Path> all = Files.walk(root)) {
            assertThat(all.map(Path::toString)).noneMatch(path -> path.contains("evil"));
        }
    }

    @Test
    void aDiskThatWouldFillIsSaidSoAndNothingIsKept() throws IOException {
        CaptureStore store = new FileCaptureStore(root, Long.MAX_VALUE / 2);
        assertThat(store.receive(body(capture(100)), "a", null)).isInstanceOf(CaptureStore.NoSpace.class);
        assertThat(store.all()).isEmpty();
        assertThat(leftInUploads()).isZero();
    }

    @Test
    void aSenderThatGoesAwayLeavesNothing() throws IOException {
        CaptureStore store = store();
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream body = new SequenceInputStream(body(capture(300_000)), broken);
        assertThat(store.receive(body, "a", null)).isEqualTo(new CaptureStore.Cut("connection reset"));
        assertThat(store.all()).isEmpty();
        assertThat(leftInUploads()).isZero();
    }

    @Test
    void whatWasHalfSentBeforeACrashIsForgotten() throws IOException {
        store();
        Files.write(root.resolve("uploads").resolve("half"), capture(100));
        Files.createDirectories(root.resolve("captures").resolve("9f2d6a52-5c0e-5e0b-9a54-7c1f0d3b6e21"));
        assertThat(store().all()).isEmpty();
        assertThat(leftInUploads()).isZero();
    }

    @Test
    void aRevisionOnlyRisesAndSurvivesARestart() throws IOException {
        CaptureStore store = store();
        StoredCapture first = kept(store.receive(body(capture(100)), "a", null)).capture();
        assertThat(store.raise(first.id(), 3).revision()).isEqualTo(3);
        assertThat(store.raise(first.id(), 2).revision()).isEqualTo(3);
        assertThat(store().find(first.id())).contains(first.withRevision(3));
    }

    @Test
    void aSizeThatDoesNotFitIsRefusedBeforeAByteIsRead() throws IOException {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("it was read");
            }
        };
        CaptureStore store = new FileCaptureStore(root, RESERVE, 1L << 40);
        CaptureStore.NoSpace full = (CaptureStore.NoSpace) store.receive(unread, "a", null, 1L << 39);
        assertThat(full.reason()).contains("524288 MiB more do not fit", "1 MiB are kept free", "DELETE");
        CaptureStore.NoSpace large = (CaptureStore.NoSpace) store.receive(unread, "a", null, 1L << 41);
        assertThat(large.reason()).contains("WIRECASE_KEEP_BYTES");
        assertThat(leftInUploads()).isZero();
    }

    @Test
    void packetsThatWereLetGoAreForgottenWithTheirReasonAndComeBackWhenTheyAreSentAgain() throws IOException {
        CaptureStore store = store();
        StoredCapture capture =
                kept(store.receive(body(capture(100)), "a", null)).capture();
        assertThat(store.letGo(capture.id(), "too old", 7)).isTrue();
        assertThat(store.letGo(capture.id(), "too old", 8)).isFalse();
        assertThat(store.content(capture.id())).doesNotExist();
        CaptureStore reopened = store();
        assertThat(reopened.find(capture.id()).orElseThrow().gone()).isEqualTo("too old");
        assertThat(reopened.hold(capture.id())).isEmpty();
        assertThat(reopened.kept()).isEmpty();
        CaptureStore.Kept back = kept(reopened.receive(body(capture(100)), "a", null));
        assertThat(back).isEqualTo(new CaptureStore.Kept(capture, true));
        assertThat(store().content(capture.id())).hasBinaryContent(capture(100));
    }

    @Test
    void packetsThatAreReadStayUntilTheLastReaderIsDone() throws IOException {
        CaptureStore store = store();
        StoredCapture capture =
                kept(store.receive(body(capture(100)), "a", null)).capture();
        CaptureStore.Hold one = store.hold(capture.id()).orElseThrow();
        CaptureStore.Hold two = store.hold(capture.id()).orElseThrow();
        assertThat(store.letGo(capture.id(), "too old", 7)).isFalse();
        one.close();
        one.close();
        assertThat(store.letGo(capture.id(), "too old", 7)).isFalse();
        assertThat(two.content()).exists();
        two.close();
        assertThat(store.letGo(capture.id(), "too old", 7)).isTrue();
    }

    @Test
    void aDeletionSurvivesACrashUntilItIsToldAndTheSameContentIsTheNextRevision() throws IOException {
        CaptureStore store = store();
        StoredCapture capture =
                kept(store.receive(body(capture(100)), "a", "s")).capture();
        Deletion deletion = new Deletion(capture.id(), 3, "s", StoredCapture.SENSOR, capture.sha256());
        store.delete(deletion);
        store.delete(deletion);
        assertThat(store.find(capture.id())).isEmpty();
        assertThat(root.resolve("captures")).isEmptyDirectory();
        CaptureStore reopened = store();
        assertThat(reopened.deletions()).containsExactly(deletion);
        StoredCapture again =
                kept(reopened.receive(body(capture(100)), "a", "s")).capture();
        assertThat(again.revision()).isEqualTo(4);
        reopened.told(deletion);
        assertThat(store().deletions()).isEmpty();
        assertThat(store().find(capture.id())).contains(again);
    }

    @Test
    void aCrashBetweenTheTwoStepsOfADeletionLeavesNothing() throws IOException {
        StoredCapture capture =
                kept(store().receive(body(capture(100)), "a", "s")).capture();
        Deletion deletion = new Deletion(capture.id(), 1, "s", StoredCapture.SENSOR, capture.sha256());
        new DeletionFiles(root.resolve("deleted")).add(deletion);
        assertThat(store().all()).isEmpty();
        assertThat(root.resolve("captures")).isEmptyDirectory();
    }

    private CaptureStore store() throws IOException {
        return new FileCaptureStore(root, RESERVE);
    }

    private long leftInUploads() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("uploads"))) {
            return files.count();
        }
    }

    private static CaptureStore.Kept kept(CaptureStore.Received received) {
        return (CaptureStore.Kept) received;
    }

    private static InputStream body(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] capture(int size) {
        byte[] bytes = new byte[size];
        List<Integer> magic = List.of(0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0);
        for (int i = 0; i < magic.size(); i++) {
            bytes[i] = magic.get(i).byteValue();
        }
        return bytes;
    }
}
