/**
 * Rates that serve no exchange: floods and reflection, told by their victims. Plain Java; engine and app may import it.
 */
@NullMarked
package io.wirecase.detection.flood;

import org.jspecify.annotations.NullMarked;
