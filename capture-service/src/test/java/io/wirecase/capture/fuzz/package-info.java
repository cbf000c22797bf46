/**
 * Hostile bytes in quantity: what a coverage-guided fuzzer runs ({@code FuzzMain}), seeded from generated captures, and
 * what it found. The same targets run in the ordinary tests over their seeds and many changes of them. Nothing imports
 * it.
 */
@NullMarked
package io.wirecase.capture.fuzz;

import org.jspecify.annotations.NullMarked;
