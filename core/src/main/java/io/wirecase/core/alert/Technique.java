package io.wirecase.core.alert;

/**
 * An ATT&amp;CK technique that fits, if the explanation is not benign.
 *
 * @param id for example {@code T1046}
 * @param name its name in that version
 * @param version the ATT&amp;CK version, for example {@code 19}
 */
public record Technique(String id, String name, String version) {}
