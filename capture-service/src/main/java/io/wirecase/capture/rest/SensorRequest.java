package io.wirecase.capture.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.capture.live.LiveSettings;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a live sensor shall listen on.
 *
 * @param networkInterface the interface's name as the system has it
 * @param name the sensor's name; without one it is named after the interface
 * @param site the address space its hosts live in; without one {@code "live"}
 * @param filter only packets that pass it are looked at (pcap-filter(7)); without one all
 * @param snapLength most bytes kept of a packet; without one libpcap's own limit
 * @param bufferBytes how much the system gathers while nobody reads; without one 32 MiB
 * @param promiscuous whether packets to other stations are wanted too; they are, unless it is said
 * @param immediate whether packets are handed over one by one as they come; they are not, unless it is said
 */
record SensorRequest(
        @Nullable String networkInterface,
        @Nullable String name,
        @Nullable String site,
        @Nullable String filter,
        @Nullable Integer snapLength,
        @Nullable Integer bufferBytes,
        @Nullable Boolean promiscuous,
        @Nullable Boolean immediate) {

    private static final String USUAL_SITE = "live";
    private static final Set<String> MEMBERS = Set.of(
            "networkInterface", "name", "site", "filter", "snapLength", "bufferBytes", "promiscuous", "immediate");

    /**
     * Reads a request. A member nobody knows is refused: a misspelt filter must not make a sensor of all packets.
     *
     * @throws IllegalArgumentException with what is wrong, for people
     */
    static LiveSettings settings(byte[] body) {
        SensorRequest request;
        try {
            JsonNode json = Codec.json().readTree(body);
            List<String> unknown = new ArrayList<>();
            json.fieldNames().forEachRemaining(name -> {
                if (!MEMBERS.contains(name)) {
                    unknown.add(name);
                }
            });
            if (!json.isObject() || !unknown.isEmpty()) {
                throw new IllegalArgumentException(
                        unknown.isEmpty() ? "the body is no JSON object" : "not members of a sensor: " + unknown);
            }
            request = Codec.decode(body, SensorRequest.class);
        } catch (IOException | Unreadable bad) {
            throw new IllegalArgumentException("the body is no description of a sensor: " + bad.getMessage(), bad);
        }
        return request.settings();
    }

    private LiveSettings settings() {
        String on = networkInterface == null ? "" : networkInterface;
        return new LiveSettings(
                on,
                site == null ? USUAL_SITE : site,
                name == null ? LiveSettings.sensorName(on) : name,
                filter == null ? "" : filter,
                snapLength == null ? LiveSettings.MAX_SNAP_LENGTH : snapLength,
                bufferBytes == null ? LiveSettings.USUAL_BUFFER : bufferBytes,
                promiscuous == null || promiscuous,
                immediate != null && immediate);
    }
}
