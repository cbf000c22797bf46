package io.wirecase.local.stack;

import java.util.List;
import java.util.Locale;

/**
 * The processes of a local Wirecase, in the order they start. Ports are the documented ones; a taken port is replaced
 * by the next free one.
 */
public enum Part {
    /** PostgreSQL. */
    DATABASE(15432, Kind.DATABASE, List.of()),
    /** The Kafka broker. */
    BROKER(19092, Kind.BROKER, List.of("-Xms192m", "-Xmx512m")),
    /**
     * Reads captures; most are over before the second compiler pays for itself, and open flows are very many small
     * objects all over the heap, which large pages keep within the processor's reach (docs/benchmarks.md).
     */
    CAPTURE(
            8481,
            Kind.SERVICE,
            List.of(
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+UseTransparentHugePages")),
    /** Finds. */
    DETECTION(8482, Kind.SERVICE, List.of("-Xmx512m")),
    /** Adds what is known; mostly waits, so quick to start matters more than fast in the long run. */
    ENRICHMENT(8483, Kind.SERVICE, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1")),
    /** Reports; the front door. */
    REPORT(8480, Kind.SERVICE, List.of("-Xmx512m"));

    /** What sort of program a part is; decides how it is started and when it is ready. */
    enum Kind {
        DATABASE,
        BROKER,
        SERVICE
    }

    private final int preferredPort;
    private final Kind kind;
    private final List<String> memory;

    Part(int preferredPort, Kind kind, List<String> memory) {
        this.preferredPort = preferredPort;
        this.kind = kind;
        this.memory = memory;
    }

    /**
     * The word for it in messages, file names and on the command line.
     *
     * @return for example {@code capture}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it is one of the four services.
     *
     * @return false for database and broker
     */
    public boolean isService() {
        return kind == Kind.SERVICE;
    }

    int preferredPort() {
        return preferredPort;
    }

    Kind kind() {
        return kind;
    }

    List<String> memory() {
        return memory;
    }
}
