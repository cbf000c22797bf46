package io.wirecase.report.engine;

/**
 * Why a report may not leave the house.
 *
 * @param gate which check refused it
 * @param where the section or list it concerns
 * @param sentence the text that was refused
 * @param reason what in it does not follow from the data
 */
public record Refusal(String gate, String where, String sentence, String reason) {}
