/**
 * A real PostgreSQL for one machine: unpacks the binaries that came with the build, makes the data folder once, and
 * words the command that runs the server. It starts no process that stays; {@code stack} supervises the server.
 *
 * <p>May be imported by {@code stack}.
 */
@NullMarked
package io.wirecase.local.database;

import org.jspecify.annotations.NullMarked;
