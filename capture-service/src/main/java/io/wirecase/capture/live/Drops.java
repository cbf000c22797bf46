package io.wirecase.capture.live;

/**
 * Packets that the system lost before they were read.
 *
 * @param kernel those that found no room in the buffer between the kernel and us
 * @param networkInterface those the interface or its driver lost
 */
public record Drops(long kernel, long networkInterface) {

    /** None. */
    public static final Drops NONE = new Drops(0, 0);

    /** Both together. */
    public long sum() {
        return kernel + networkInterface;
    }
}
