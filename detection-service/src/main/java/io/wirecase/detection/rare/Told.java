package io.wirecase.detection.rare;

/** What the hosts of a site tell of whom they talk to. */
public sealed interface Told permits Contact, Uploads {}
