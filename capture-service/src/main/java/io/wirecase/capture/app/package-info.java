/** Puts the service together: settings, threads, readiness and metrics. Nothing imports it. */
@NullMarked
package io.wirecase.capture.app;

import org.jspecify.annotations.NullMarked;
