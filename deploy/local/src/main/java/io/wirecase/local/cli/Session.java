package io.wirecase.local.cli;

import io.wirecase.local.stack.LocalStack;
import io.wirecase.local.stack.Part;
import io.wirecase.local.stack.PartFailedException;
import io.wirecase.local.stack.ProcessRecord;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One launcher's use of the stack. However the launcher ends (done, failed, Ctrl-C, terminal closed), what nobody else
 * uses ends with it.
 */
final class Session implements AutoCloseable {

    private final LocalStack stack;
    private final Terminal terminal;
    private final AtomicBoolean left = new AtomicBoolean();

    private Session(LocalStack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    static Session open(Context context, boolean keep) throws IOException, InterruptedException, PartFailedException {
        Session session = new Session(context.stack(), context.terminal());
        Runtime.getRuntime().addShutdownHook(new Thread(session::leave, "leave-stack"));
        try {
            session.stack.start(keep);
        } catch (IOException | InterruptedException | PartFailedException failed) {
            session.leave();
            throw failed;
        }
        return session;
    }

    LocalStack stack() {
        return stack;
    }

    /** Where the REST interface is. */
    URI frontDoor() throws IOException {
        ProcessRecord door = stack.running().get(Part.REPORT);
        if (door == null) {
            throw new IOException("The report service has ended; its log is in the logs folder");
        }
        return URI.create("http://127.0.0.1:" + door.port());
    }

    @Override
    public void close() {
        leave();
    }

    private void leave() {
        if (!left.compareAndSet(false, true)) {
            return;
        }
        try {
            stack.leave();
        } catch (IOException cannot) {
            terminal.note("Could not end the local stack in order: " + cannot.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
