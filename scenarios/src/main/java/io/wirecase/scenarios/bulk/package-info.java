/**
 * Captures of any size for benchmarks: very many conversations at once, written frame by frame as their time comes, in
 * constant memory. The same seed and scale give the same bytes. Imports conversation, packet and capture; the app room
 * imports it.
 */
@NullMarked
package io.wirecase.scenarios.bulk;

import org.jspecify.annotations.NullMarked;
