/**
 * Machines of plants: Modbus. Only {@code capture.application} imports it; it imports {@code dialog}, {@code naming},
 * {@code stream} and {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.plant;

import org.jspecify.annotations.NullMarked;
