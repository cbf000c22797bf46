/** Configuration, wiring and health of the service. Imports every other room; nothing imports it. */
@NullMarked
package io.wirecase.enrichment.app;

import org.jspecify.annotations.NullMarked;
