package io.wirecase.local.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C that asks to come to an end instead of ending the process; a second one ends it. */
final class Interrupt implements AutoCloseable {

    private static final Signal CTRL_C = new Signal("INT");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicBoolean once = new AtomicBoolean();
    private final SignalHandler before;

    private Interrupt() {
        before = Signal.handle(CTRL_C, signal -> {
            if (once.getAndSet(true)) {
                Runtime.getRuntime().exit(ExitCode.INTERRUPTED);
            }
            asked.countDown();
        });
    }

    static Interrupt caught() {
        return new Interrupt();
    }

    /** Waits so long. @return whether somebody asked to come to an end */
    boolean await(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        Signal.handle(CTRL_C, before);
    }
}
