/** Configuration, wiring, health and the life of the service. Nothing imports it. */
@NullMarked
package io.wirecase.detection.app;

import org.jspecify.annotations.NullMarked;
