package io.wirecase.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who needs the stack, and what a first start leaves in the data folder. */
class UsersTest {

    @TempDir
    Path folder;

    private Home home;
    private Users users;

    @BeforeEach
    void prepare() throws IOException {
        home = new Home(folder.resolve("checkout"), folder.resolve("data"));
        home.prepare();
        users = new Users(home);
    }

    @Test
    void nobodyNeedsAFreshStack() throws IOException {
        assertThat(users.any()).isFalse();
    }

    @Test
    void aLauncherNeedsItUntilItLeaves() throws IOException {
        users.enter();
        assertThat(users.any()).isTrue();
        assertThat(users.anyElse()).isFalse();
        users.leave();
        assertThat(users.any()).isFalse();
    }

    @Test
    void aStackThatIsToStayIsNeededByNobodyInParticular() throws IOException {
        users.keep();
        users.keep();
        assertThat(users.anyElse()).isTrue();
        users.release();
        assertThat(users.any()).isFalse();
    }

    @Test
    void theNoteOfALauncherThatWasKilledDoesNotCount() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ProcessRecord record = ProcessRecord.of(ended.toHandle(), 0);
        ended.waitFor();
        Path note = home.run().resolve(ended.pid() + ".user");
        record.save(note);
        assertThat(users.any()).isFalse();
        assertThat(note).doesNotExist();
    }

    @Test
    void aProcessIdThatPassedToAStrangerIsNotTakenForOurs() throws IOException {
        ProcessRecord ours = new ProcessRecord(ProcessHandle.current().pid(), 1, 0);
        assertThat(ours.alive()).isEmpty();
        assertThat(ProcessRecord.of(ProcessHandle.current(), 0).alive()).isPresent();
    }

    @Test
    void secretsAreReadableByTheirOwnerAloneAndStayTheSame() throws IOException {
        String key = Files.readString(home.keyFile());
        home.prepare();
        assertThat(key).hasSizeGreaterThan(40);
        assertThat(Files.readString(home.keyFile())).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keyFile())))
                .isEqualTo("rw-------");
    }
}
