/**
 * From a kept capture to published flows: what to do with it, reading it, doing it again after a crash. Plain Java;
 * where flows go is an interface. The rest, live, out and app rooms may import it; it imports the store, flow, packet
 * and source rooms and core.
 */
@NullMarked
package io.wirecase.capture.run;

import org.jspecify.annotations.NullMarked;
