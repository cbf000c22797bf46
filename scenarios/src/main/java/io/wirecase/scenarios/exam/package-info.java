/**
 * What an exam of detection asks: families of traffic with benign and malicious twins, each instance drawn from a seed,
 * mixed with background and labelled. Imports conversation, packet, capture and fixture; the rooms below it hold the
 * families and import this one, {@code paper} writes whole captures.
 */
@NullMarked
package io.wirecase.scenarios.exam;

import org.jspecify.annotations.NullMarked;
