/**
 * What is measured of a pattern, over all stored flows between the host and the entity and not only those with
 * findings; each number with its n, span and formula. Imports pattern, input, claim and core; hypothesis, gap,
 * action and section import it.
 */
@NullMarked
package io.wirecase.report.measurement;

import org.jspecify.annotations.NullMarked;
