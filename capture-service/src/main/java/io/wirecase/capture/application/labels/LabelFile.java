package io.wirecase.capture.application.labels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a table of labels: an application's name, a tab, what belongs to it, separated; # begins a comment's line. */
final class LabelFile {

    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    /** What is written at one place. */
    record Entry(String place, String application, String value) {

        IllegalArgumentException bad(String why) {
            return new IllegalArgumentException(place + ": '" + value + "' " + why);
        }
    }

    private LabelFile() {}

    /**
     * The entries of a table that ships in this room.
     *
     * @param separator what stands between two values
     */
    static List<Entry> shipped(String name, char separator) {
        InputStream in = LabelFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the table " + name + " is missing from this build");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(name, separator, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The entries of a table.
     *
     * @param name what errors call it
     * @throws IllegalArgumentException when a line is not of the form, with name and number of the line
     */
    static List<Entry> read(String name, char separator, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                add(name + " line " + (i + 1), line, separator, entries);
            }
        }
        return entries;
    }

    private static void add(String place, String line, char separator, List<Entry> entries) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            throw new IllegalArgumentException(place + ": no tab between the application and what belongs to it");
        }
        String application = line.substring(0, tab);
        if (!APPLICATION.matcher(application).matches()) {
            throw new IllegalArgumentException(place + ": '" + application + "' is no name of an application");
        }
        for (String value : line.substring(tab + 1).split(Pattern.quote(String.valueOf(separator)), -1)) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException(place + ": one separator, no more, stands between two values");
            }
            entries.add(new Entry(place, application, value));
        }
    }
}
