package io.wirecase.detection.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the service. Each default has its reason beside it; a test pins them all. */
@ConfigMapping(prefix = "wirecase.detection")
interface DetectionConfig {

    /** host:port of one or more brokers, by commas. */
    String kafkaBootstrap();

    /** The folder of this instance's state; lost without harm, since the state is in Kafka as well. */
    Path data();

    /** Networks called internal, CIDR by commas; the private ranges when absent. */
    Optional<String> internalNetworks();

    /** Judge single flows as nDPI 4.11 does even where that is plainly wrong; docs/risks.md names the differences. */
    @WithDefault("false")
    boolean ndpiCompatible();

    /** Name of this instance, stable over restarts and different from all others: a restart then waits for nobody. */
    Optional<String> instance();

    /** Threads: two, as many as cores on a small machine; more than partitions are idle. */
    @WithDefault("2")
    int threads();

    /** Copies of the engine's own topics: one locally, three in production. */
    @WithDefault("1")
    int replicationFactor();

    /**
     * How often results are committed while flows come, as often as capture does; each stage waits for it once, and for
     * the end of a capture not at all. What changes several times between commits is written once.
     */
    @WithDefault("500ms")
    Duration commitInterval();

    /** How long an instance may be silent before others take over: shorter makes false alarms on busy machines. */
    @WithDefault("8s")
    Duration sessionTimeout();

    /** The operator's lists of what is known to be bad. */
    Lists lists();

    /** Limits of scan detection. */
    Scan scan();

    /** Limits of behaviours other than scans of one host. */
    BehaviourConfig behaviour();

    /** When state goes. */
    State state();

    /** Files by commas; none are shipped, since what is bad today is not tomorrow. docs/risks.md tells their form. */
    interface Lists {

        /** Addresses and networks of malware's servers. */
        Optional<List<Path>> addresses();

        /** Addresses and networks where anonymising services let their users out. */
        Optional<List<Path>> exits();

        /** Risky domains. */
        Optional<List<Path>> domains();

        /** JA3, JA4 and HASSH of malware. */
        Optional<List<Path>> fingerprints();

        /** SHA-1 of certificates of malware. */
        Optional<List<Path>> certificates();

        /** How often it is looked whether they changed: seconds, as for all that operators wait for. */
        @WithDefault("5s")
        Duration poll();
    }

    /** Limits of scan detection: those of the field's own engines where they agree. */
    interface Scan {

        /** A day, so that few scans are cut at a bucket's edge; the random walk finds the scan within it. */
        @WithDefault("24h")
        Duration bucket();

        /** Some 130 kB for one busy originator; beyond it targets are sampled. */
        @WithDefault("4096")
        int maxPairs();

        /** Ordinary hosts fail at a tenth of their first contacts, scanners at nearly all. */
        @WithDefault("0.5")
        double minFailureShare();

        /** Silence is common in UDP and echo, so nearly all must fail there. */
        @WithDefault("0.9")
        double minSilentShare();

        /** The 25 failed hosts of the classic rule. */
        @WithDefault("25")
        int minPairs();

        /** The 15 ports of the classic rule; below it a walk's verdict rests on one outage. */
        @WithDefault("15")
        int minWalkPairs();

        /** Fewer failures than this happen on any network. */
        @WithDefault("5")
        int minWalkFailures();

        /** Browsing knows most of its targets by name, scanning hardly any. */
        @WithDefault("0.5")
        double maxExplainedShare();

        /** No TCP sends such flags, so a few ports are enough. */
        @WithDefault("3")
        int minOddPorts();
    }

    /** When state goes. */
    interface State {

        /** How exactly the last touch of state is known; the finer, the more writes. */
        @WithDefault("10m")
        Duration slot();

        /** How long untouched state is kept, by arrival time: long enough for captures of one day sent one by one. */
        @WithDefault("24h")
        Duration retention();

        /** Entries of one partition above which the longest untouched go early. */
        @WithDefault("1000000")
        long maxEntries();
    }
}
