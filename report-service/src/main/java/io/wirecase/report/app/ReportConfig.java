package io.wirecase.report.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the report service. */
@ConfigMapping(prefix = "wirecase.report")
interface ReportConfig {

    /** Where the broker is, host:port by commas. */
    String kafkaBootstrap();

    /** Where the capture service is; uploads are streamed through to it. */
    URI captureUrl();

    /** This instance's name among others; the same after a restart, so that it takes its partitions back at once. */
    String instance();

    /** Networks called internal, CIDR by commas; private address space where nothing is set. */
    Optional<String> internalNetworks();

    /**
     * How long a report waits for counts that disagree once every end marker is here. Nothing more can come then; the
     * report is built and says what disagrees.
     */
    @WithDefault("15s")
    Duration patience();

    /** How long a report waits for a capture that nobody has heard of. */
    @WithDefault("5m")
    Duration unknownCapturePatience();

    /** The most alerts a report is built from; those with the lowest scores are left out beyond it, and counted. */
    @WithDefault("20000")
    int mostAlerts();

    /** How often waiting reports are looked at. */
    @WithDefault("200ms")
    Duration interval();

    /** How long a suppression rule may be in force from when it is made or changed; without it for ever. */
    Optional<Duration> suppressionMaxAge();

    /** The database. */
    Database database();

    /** Who we are to the database. */
    interface Database {

        /** Its user. */
        String user();

        /** A file whose content is the password; it is read again for each new connection. */
        Optional<Path> passwordFile();

        /** The password itself. */
        Optional<String> password();
    }
}
