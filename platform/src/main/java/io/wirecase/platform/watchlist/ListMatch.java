package io.wirecase.platform.watchlist;

import java.time.LocalDate;

/**
 * Where a list says what was looked for.
 *
 * @param file the list's file name, without folders
 * @param line the line of the entry, from 1
 * @param day the day the file was last changed, in UTC
 */
public record ListMatch(String file, int line, LocalDate day) {

    /** For people: {@code "servers.txt, line 12, of 2026-11-02"}. */
    @Override
    public String toString() {
        return file + ", line " + line + ", of " + day;
    }
}
