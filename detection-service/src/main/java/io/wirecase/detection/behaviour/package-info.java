/**
 * What a subject did over several flows: the door every detector of behaviour stands behind, the state that is kept for
 * it and how its readings become alerts. Plain Java. The detectors' rooms, engine, store and in may import it.
 */
@NullMarked
package io.wirecase.detection.behaviour;

import org.jspecify.annotations.NullMarked;
