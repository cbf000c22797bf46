/**
 * Whom the hosts of a site talk to, and who among those is new and rare, or got much though hardly anybody knows it.
 * Plain Java; access, in, engine and app may import it.
 */
@NullMarked
package io.wirecase.detection.rare;

import org.jspecify.annotations.NullMarked;
