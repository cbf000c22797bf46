/** What a flow tells of the hosts at its ends. Plain functions of a flow. Imports core only; in and engine use it. */
@NullMarked
package io.wirecase.detection.sighting;

import org.jspecify.annotations.NullMarked;
