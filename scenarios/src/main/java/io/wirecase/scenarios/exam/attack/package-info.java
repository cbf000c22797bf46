/** Floods, forgeries, guessed passwords, and what intruders do once inside. Imports exam alone. */
@NullMarked
package io.wirecase.scenarios.exam.attack;

import org.jspecify.annotations.NullMarked;
