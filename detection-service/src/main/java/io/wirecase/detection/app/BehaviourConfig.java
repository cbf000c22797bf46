package io.wirecase.detection.app;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of behaviours: {@code wirecase.detection.behaviour.*}. What each means, and why, is in docs/risks.md. */
interface BehaviourConfig {

    /** Floods. */
    Flood flood();

    /** Logins, spreading, retries, data that leaves. */
    Access access();

    /** Lookups. */
    Names names();

    /** What serves a link. */
    Spoof spoof();

    /** Scans that many sources share. */
    Distributed distributed();

    /** Destinations that are new and rare. */
    Rare rare();

    /** When a rate is a flood. */
    interface Flood {

        /** Shorter peaks are in every network. */
        @WithDefault("10")
        int seconds();

        /** SYNs a second to one host: fewer fill no backlog. */
        @WithDefault("100")
        int synPerSecond();

        /** A crowd completes nearly all its handshakes. */
        @WithDefault("0.8")
        double synUnansweredShare();

        /** A scan tries each port once or a few times. */
        @WithDefault("10")
        int synPerPort();

        /** A fast film has as many, but is one flow. */
        @WithDefault("1000")
        int udpPerSecond();

        /** A film or a call has four at most: two media, each with its control. */
        @WithDefault("5")
        int udpFlows();

        /** ntopng's rate. */
        @WithDefault("250")
        int icmpPerSecond();

        /** A busy link of some hundred hosts has a tenth of it. */
        @WithDefault("100")
        int arpPerSecond();

        /** A scan asks for each address once or a few times. */
        @WithDefault("5")
        int arpPerTarget();

        /** More than an office on the morning after a power cut. */
        @WithDefault("10")
        int dhcpPerSecond();

        /** As starvation is told by the field. */
        @WithDefault("50")
        int dhcpMessages();

        /** Names that do not exist, of one domain and resolver. */
        @WithDefault("200")
        int dnsPerMinute();

        /** A broken program asks for the same names again. */
        @WithDefault("0.9")
        double dnsDifferentShare();

        /** Large answers a second to one host. */
        @WithDefault("100")
        int reflectedPerSecond();

        /** A megabyte: less harms nobody. */
        @WithDefault("1048576")
        long reflectedBytes();

        /** Amplification worth an attacker's while. */
        @WithDefault("10")
        int reflectedRatio();
    }

    /** When access is more than ordinary use. */
    interface Access {

        /** Tries at logins must fall into this time. */
        @WithDefault("10m")
        Duration guessingWithin();

        /** People forget a password five times, not twenty. */
        @WithDefault("20")
        int guessingRefused();

        /** Where refusals cannot be read: three a minute, more than a job that runs each minute. */
        @WithDefault("30")
        int guessingBrief();

        /** From several clients: more than all users of a service forget. */
        @WithDefault("100")
        int guessingFromMany();

        /** So many clients, with as many tries on average. */
        @WithDefault("5")
        int guessingClients();

        /** Internal hosts administered by one within an hour. */
        @WithDefault("6")
        int spreadHosts();

        /** Tries at one endpoint in vain: more than a person's patience. */
        @WithDefault("20")
        int retryAttempts();

        /** Twenty megabytes to one place in an hour are more than documents. */
        @WithDefault("20000000")
        long leavingBytes();

        /** A call sends about as much as it receives. */
        @WithDefault("0.7")
        double leavingSymmetry();

        /** Which of the host's other hours and places it must exceed. */
        @WithDefault("0.995")
        double leavingQuantile();

        /** How many hosts of the site may know such a place. */
        @WithDefault("2")
        int leavingHosts();
    }

    /** When lookups are more than lookups. */
    interface Names {

        /** Domains that look computed and do not exist, in a day. */
        @WithDefault("15")
        int generatedDomains();

        /** Their share of all that do not exist. */
        @WithDefault("0.5")
        double generatedShare();

        /** Names below one domain that never repeat. */
        @WithDefault("30")
        int c2Names();

        /** A cache's misses repeat, messages do not. */
        @WithDefault("0.9")
        double c2Different();

        /** A mail server's burst is shorter. */
        @WithDefault("10m")
        Duration c2Span();
    }

    /** When what serves a link is not to be trusted. */
    interface Spoof {

        /** A router speaks up every ten minutes at the latest (RFC 4861). */
        @WithDefault("10m")
        Duration settled();

        /** Addresses asked for by ARP within ten seconds. */
        @WithDefault("20")
        int scanTargets();

        /** Hosts that are there answer. */
        @WithDefault("0.7")
        double scanSilentShare();
    }

    /** When many sources share a scan. */
    interface Distributed {

        /** The time their tries must fall into. */
        @WithDefault("1h")
        Duration window();

        /** Sources that try few ports each. */
        @WithDefault("8")
        int sources();

        /** Ports they try together. */
        @WithDefault("30")
        int ports();

        /** Made-up sources and the noise of the internet try one port each. */
        @WithDefault("2")
        double portsOfOne();

        /** Who knows what is open fails less. */
        @WithDefault("0.7")
        double failedShare();
    }

    /** When a destination is new and rare, and enough was seen to say so. */
    interface Rare {

        /** How long a host must have been seen before anything is new to it. */
        @WithDefault("P3D")
        Duration learning();

        /** A laptop that was there on Monday says nothing of Thursday. */
        @WithDefault("3")
        int days();

        /** Hosts of the site that may talk to it; at most 8. */
        @WithDefault("2")
        int hosts();

        /** Of two hosts that were seen, half of all destinations are rare. */
        @WithDefault("5")
        int siteHosts();

        /** Destinations of the site. */
        @WithDefault("20")
        int siteDestinations();

        /** Other new destinations around it: who browses meets many, and one more means nothing. */
        @WithDefault("1")
        int newcomers();
    }
}
