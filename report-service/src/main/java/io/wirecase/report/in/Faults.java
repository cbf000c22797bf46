package io.wirecase.report.in;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away from data that no database would take. */
final class Faults {

    /** Classes of SQLSTATE that the data causes: data exception, integrity, syntax of a value, program limit. */
    private static final Set<String> OF_DATA = Set.of("22", "23", "54");

    private Faults() {}

    /** Whether trying again with the same data must fail again. */
    static boolean ofData(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && state.length() >= 2 && OF_DATA.contains(state.substring(0, 2));
    }
}
