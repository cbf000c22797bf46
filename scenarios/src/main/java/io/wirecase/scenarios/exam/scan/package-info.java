/** Scans of every kind and technique, with the twins that only look like them. Imports exam alone. */
@NullMarked
package io.wirecase.scenarios.exam.scan;

import org.jspecify.annotations.NullMarked;
