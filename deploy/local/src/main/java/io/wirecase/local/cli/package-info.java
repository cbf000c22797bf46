/**
 * The command line: reads arguments, shows progress, prints the summary, chooses the exit code. The only room that
 * writes to the terminal.
 *
 * <p>Nobody imports it.
 */
@NullMarked
package io.wirecase.local.cli;

import org.jspecify.annotations.NullMarked;
