package io.wirecase.local.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, looking often; never for a time. */
public final class Await {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private Await() {}

    /**
     * Looks until a condition holds.
     *
     * @param condition what to wait for
     * @param limit after which something is surely wrong
     * @return false when the limit passed first
     * @throws InterruptedException when interrupted
     */
    public static boolean until(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }
}
