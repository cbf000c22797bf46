package io.wirecase.capture.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of capture-service; application.properties names the environment variable of each. */
@ConfigMapping(prefix = "wirecase.capture")
interface CaptureConfig {

    /** Kafka brokers as host:port, by commas. */
    String kafkaBootstrap();

    /** The folder that keeps captures. */
    Path data();

    /** How much of the disk uploads leave free. */
    @WithDefault("512M")
    MemorySize reserve();

    /** This instance's name among others; the same after a restart, since it is told with every capture it keeps. */
    String instance();

    /**
     * Where other instances are, by commas: {@code NAME=URL} for one, or a URL that holds <code>{instance}</code> for
     * all that are not named. One instance needs none.
     */
    Optional<List<String>> peers();

    /** How long the packets of captures that were sent are kept. */
    @WithDefault("90d")
    Duration keepFor();

    /** The most bytes of captures that were sent, all together; the oldest go first. */
    @WithDefault("64G")
    MemorySize keepBytes();

    /** The most bytes of packets that one request cuts out of a capture. */
    @WithDefault("4G")
    MemorySize cutBytes();

    /** Captures read at the same time. Reading is CPU work: more than the cores brings nothing. */
    @WithDefault("2")
    int workers();

    /**
     * The most bytes kept of payload while a capture or a live interface is read, each for itself: of open and of ended
     * flows, early segments, resolved names.
     */
    @WithDefault("128M")
    MemorySize parserMemory();

    /** The live interface, if there is one. */
    Live live();

    /** A live interface. */
    interface Live {

        /** Its name as the system has it; without one nothing is listened on. */
        @WithName("interface")
        Optional<String> networkInterface();

        /** The address space its hosts live in. */
        @WithDefault("live")
        String site();

        /** This sensor's name. */
        @WithDefault("sensor")
        String sensor();

        /** A pcap filter expression; without one all packets are read. */
        Optional<String> filter();

        /** Most bytes kept of a packet. The default is libpcap's own: names and headers are read from whole packets. */
        @WithDefault("262144")
        int snapLength();

        /** How much the system gathers while nobody reads; packets that find no room in it are lost and counted. */
        @WithDefault("32M")
        MemorySize buffer();

        /** Whether packets to other stations are wanted too, as on a mirror port. */
        @WithDefault("true")
        boolean promiscuous();

        /** Whether packets are handed over one by one as they come, which costs rate. */
        @WithDefault("false")
        boolean immediate();

        /** Most bytes of packets kept of live interfaces; the oldest go first. */
        @WithDefault("4G")
        MemorySize keepBytes();

        /** How long packets of live interfaces are kept. */
        @WithDefault("7d")
        Duration keepAge();
    }
}
