/** Marks answers: what was found, missed and wrongly raised, how twins are told apart. Pure; imports sheet alone. */
@NullMarked
package io.wirecase.local.exam.mark;

import org.jspecify.annotations.NullMarked;
