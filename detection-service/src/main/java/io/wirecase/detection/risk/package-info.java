/**
 * What is wrong or notable with a single flow: the door every detector stands behind, and what they share. One folder
 * per family below; a family never imports another. Plain Java. The engine and the families may import it.
 */
@NullMarked
package io.wirecase.detection.risk;

import org.jspecify.annotations.NullMarked;
