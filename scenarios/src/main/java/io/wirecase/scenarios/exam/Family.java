package io.wirecase.scenarios.exam;

import io.wirecase.scenarios.fixture.Disposition;

/**
 * Traffic of one kind, drawn anew for every seed.
 *
 * @param id its name, as people type it: the row of the catalogue, then words
 * @param title what it is, for people
 * @param disposition the verdict that is right
 * @param play puts one instance on a stage
 */
public record Family(String id, String title, Disposition disposition, Play play) {

    /** A family nobody should be alarmed by. */
    public static Family benign(String id, String title, Play play) {
        return new Family(id, title, Disposition.BENIGN, play);
    }

    /** A family that deserves a look. */
    public static Family suspicious(String id, String title, Play play) {
        return new Family(id, title, Disposition.SUSPICIOUS, play);
    }

    /** A family that must not be missed. */
    public static Family malicious(String id, String title, Play play) {
        return new Family(id, title, Disposition.MALICIOUS, play);
    }

    /** Puts one instance on a stage: its traffic, its background and what is true of it. */
    @FunctionalInterface
    public interface Play {
        /** Plays it; everything by chance comes from the stage. */
        void on(Stage stage);
    }
}
