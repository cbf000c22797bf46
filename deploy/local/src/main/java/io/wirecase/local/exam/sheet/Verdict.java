package io.wirecase.local.exam.sheet;

/**
 * What the report said of the actor.
 *
 * @param disposition benign, suspicious or malicious; empty where no pattern is about the actor
 * @param malicious probability of all malicious explanations together, 0 to 1
 */
public record Verdict(String disposition, double malicious) {}
