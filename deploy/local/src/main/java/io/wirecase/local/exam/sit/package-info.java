/**
 * Puts the questions: writes the captures, sends them through the real pipeline, collects what comes back, deletes all.
 * Imports sheet, mark's yardstick and the client; {@code cli} and tests import it.
 */
@NullMarked
package io.wirecase.local.exam.sit;

import org.jspecify.annotations.NullMarked;
