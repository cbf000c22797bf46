package io.wirecase.core.alert;

/**
 * Which program probes like these may come from: never a fact, since anybody can send the same SYN. It rests on the
 * SYNs' fields and on the behaviour being a scan by other evidence; ordinary clients are never looked at.
 *
 * @param name the program, for example {@code nmap}
 * @param likelihood how probable it is given the scan and the fields, 0 to 1, never 1
 * @param basis the rule that fits, in words
 * @param source where the rule comes from
 */
public record ToolGuess(String name, double likelihood, String basis, String source) {}
