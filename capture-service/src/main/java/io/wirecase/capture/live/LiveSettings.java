package io.wirecase.capture.live;

/**
 * What to listen on.
 *
 * @param networkInterface the interface's name as the system has it
 * @param site the address space its hosts live in
 * @param sensor this sensor's name, part of what it publishes
 * @param filter a pcap filter expression (pcap-filter(7)), empty for all packets
 * @param snapLength most bytes kept of a packet
 */
public record LiveSettings(String networkInterface, String site, String sensor, String filter, int snapLength) {}
